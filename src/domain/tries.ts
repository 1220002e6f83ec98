const SECONDS = 1_000;
const FIRST_WAIT = 30 * SECONDS;
const LONGEST_WAIT = 6 * 60 * 60 * SECONDS;
const MOST_TRIES = 8;

/** How long to wait after so many tries that failed, in milliseconds: four times as long each time; `undefined` is giving up. */
export function waitAfter(tries: number): number | undefined {
  return tries < MOST_TRIES ? Math.min(FIRST_WAIT * 4 ** (tries - 1), LONGEST_WAIT) : undefined;
}
