import { QueryFailedError } from 'typeorm';
import { ImportRefused } from './import-error';
import type { Line } from './line';

const INTEGRITY = /^23/;

interface Violation {
  readonly code?: string;
  readonly constraint?: string;
  readonly detail?: string;
}

const WORDS: Readonly<Record<string, string>> = {
  bed_uses_one_stay_per_room: 'the room is used by another stay on these nights',
  bed_uses_one_stay_per_young_person: 'the young person has another stay on these nights',
  bed_uses_nobody_beside: 'somebody has the unit to themselves on these nights',
  bed_uses_no_stay_in_closed_room: 'the room is closed on these nights',
  bed_uses_registered_places: 'more young people would be there than there are registered places',
};

/** The database has the last word: what it refuses is said as an error of its line, as near as it can be known. */
export async function refusingByLine<T>(lines: readonly Line[], write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const violation = error instanceof QueryFailedError ? (error.driverError as Violation) : {};
    if (!INTEGRITY.test(violation.code ?? '')) throw error;
    const { constraint = '', detail = '' } = violation;
    const line = lines.find(({ nights: { from, to } }) => detail.includes(`[${from},${to})`)) ?? lines[0];
    const why = WORDS[constraint] ?? `it breaks the rule ${constraint}`;
    throw ImportRefused.at(line?.line ?? 1, null, `The database refused this line or one near it: ${why}.`);
  }
}
