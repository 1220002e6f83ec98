import { COLUMNS, OF_A_PERSON } from './columns';
import { quoted, type ImportError } from './import-error';
import { wasInARoom, type Line } from './line';
import { meetings } from './meetings';
import type { KnownPerson, Standing } from './standing';
import { tooMany } from './too-many';

export interface Compared {
  /** Stays the diary does not know yet. */
  readonly fresh: readonly Line[];
  /** Lines imported before, word for word. */
  readonly unchanged: number;
  readonly errors: readonly ImportError[];
}

/** The lines against what stands: which are new, and which contradict it. */
export function checkDiary(lines: readonly Line[], standing: Standing): Compared {
  const fresh = lines.filter(({ stay }) => !standing.lines.has(stay));
  const changes = lines.flatMap((line) => changedCells(line, standing));
  const known = lines.filter(({ stay }) => standing.lines.has(stay));
  const changed = new Set(changes.map(({ line }) => line));
  const lodged = fresh.filter(wasInARoom);
  return {
    fresh,
    unchanged: known.filter(({ line }) => !changed.has(line)).length,
    errors: [
      ...changes,
      ...fresh.flatMap((line) => otherPerson(line, standing.people.get(line.youngPerson))),
      ...meetings(lodged, standing),
      ...tooMany(lodged, standing),
    ],
  };
}

/** An import adds history; what was imported is changed in the diary, by somebody who says why. */
function changedCells({ line, stay, cells }: Line, { lines }: Standing): ImportError[] {
  const before = lines.get(stay);
  if (!before) return [];
  return COLUMNS.filter((column) => cells[column] !== before[column]).map((column) => ({
    line,
    column,
    message: `This stay was imported before with ${column} ${quoted(before[column])}, and now has ${quoted(cells[column])}: an import changes nothing in the diary. Put it back, or change the stay itself.`,
  }));
}

function otherPerson({ line, youngPerson, cells }: Line, known: KnownPerson | undefined): ImportError[] {
  if (!known) return [];
  const { family, givenName, familyName, dateOfBirth } = known;
  const onFile = { family, given_name: givenName, family_name: familyName, date_of_birth: dateOfBirth };
  return OF_A_PERSON.filter((column) => cells[column] !== onFile[column]).map((column) => ({
    line,
    column,
    message: `${quoted(youngPerson)} is on file with another ${column}: write it as it is on file, or give another reference.`,
  }));
}
