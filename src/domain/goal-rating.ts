export const LOWEST_RATING = 1;
export const HIGHEST_RATING = 5;

/** How far a goal has come, from entry on. */
export const RATING_WORDS: Readonly<Record<number, string>> = {
  1: 'Not begun',
  2: 'First steps',
  3: 'Half way',
  4: 'Nearly there',
  5: 'Reached',
};

export function sayRating(rating: number): string {
  return `${rating}, ${RATING_WORDS[rating]?.toLowerCase() ?? ''}`;
}
