export const REQUEST_STATUSES = ['open', 'offered', 'placed', 'waiting', 'declined', 'withdrawn'] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/** Least pressing first. */
export const URGENCIES = ['routine', 'soon', 'urgent'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const OFFER_OUTCOMES = ['open', 'accepted', 'ran-out', 'refused', 'withdrawn'] as const;
export type OfferOutcome = (typeof OFFER_OUTCOMES)[number];

/** The longest window of one request, in days from the earliest to the latest arrival. */
export const LONGEST_WINDOW = 400;
