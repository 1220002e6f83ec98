export const REQUEST_STATUSES = ['open', 'offered', 'placed', 'waiting', 'declined', 'withdrawn'] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/** Somebody still has to answer it. */
export const UNANSWERED: readonly RequestStatus[] = ['open', 'offered', 'waiting'];

/** Least pressing first. */
export const URGENCIES = ['routine', 'soon', 'urgent'] as const;
export type Urgency = (typeof URGENCIES)[number];

export type OfferOutcome = 'open' | 'accepted' | 'ran-out' | 'refused' | 'withdrawn';

/** The longest window of one request, in days from the earliest to the latest arrival. */
export const LONGEST_WINDOW = 400;

/** What came of an offer nobody has closed, from what its request reads as now. */
export function outcomeNow(status: RequestStatus, hasRunOut: boolean): OfferOutcome {
  if (status === 'offered') return 'open';
  if (status === 'placed') return 'accepted';
  return hasRunOut ? 'ran-out' : 'withdrawn';
}
