export const DECLINE_CODES = [
  'no-suitable-dates',
  'nights-used',
  'not-compatible',
  'unit-closed',
  'needs-other-service',
  'plan-needed',
  'other',
] as const;
export type DeclineCode = (typeof DECLINE_CODES)[number];

/** Why a request may be declined, as the worker reads it. */
export const DECLINE_WORDS: Readonly<Record<DeclineCode, string>> = {
  'no-suitable-dates': 'No date in the window works',
  'nights-used': 'The nights agreed in the plan are used up',
  'not-compatible': 'Cannot stay beside the young people already booked',
  'unit-closed': 'The unit is closed then',
  'needs-other-service': 'Another service would suit better',
  'plan-needed': 'A short-break plan must be agreed first',
  other: 'Another reason',
};

export interface Decline {
  readonly reason: DeclineCode;
  readonly words: string | null;
}

/** A reason that is not on the list is kept as its own words; `undefined` when another reason is not put in words. */
export function declineOf(reason: string, words?: string): Decline | undefined {
  const code = DECLINE_CODES.find((known) => known === reason);
  if (!code) return { reason: 'other', words: words ? `${reason}\n${words}` : reason };
  return code === 'other' && !words ? undefined : { reason: code, words: words ?? null };
}
