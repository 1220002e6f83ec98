import { OF_A_PERSON } from './columns';
import type { ImportError } from './import-error';
import { wasInARoom, type Line } from './line';
import { overlapsOf } from './overlaps';

/** What is wrong between the lines of a file: each is right by itself, they cannot all be true. */
export function checkFile(lines: readonly Line[]): ImportError[] {
  const lodged = lines.filter(wasInARoom);
  const sameRoom = overlapsOf(lodged, ({ room }) => room);
  const samePerson = overlapsOf(lodged, ({ youngPerson }) => youngPerson);
  return [
    ...repeatedStays(lines),
    ...differingPeople(lines),
    ...sameRoom.map(([one, other]) =>
      between(one, other, 'room', (before) => {
        return `Room ${one.room} was used by the stay on line ${before.line} too, ${said(before)}: check the rooms and dates of both.`;
      }),
    ),
    ...samePerson.map(([one, other]) =>
      between(one, other, 'young_person', (before) => {
        return `The same young person was in room ${before.room ?? ''} by line ${before.line}, ${said(before)}: check who it was, or the dates of both.`;
      }),
    ),
  ];
}

function repeatedStays(lines: readonly Line[]): ImportError[] {
  return afterTheFirst(lines, ({ stay }) => stay).map(([{ line }, first]) => ({
    line,
    column: 'stay',
    message: `Line ${first.line} has this reference already: give each stay its own, and leave out what is there twice.`,
  }));
}

/** A reference is one person: always the same name, date of birth and family. */
function differingPeople(lines: readonly Line[]): ImportError[] {
  return afterTheFirst(lines, ({ youngPerson }) => youngPerson).flatMap(([{ line, cells }, first]) =>
    OF_A_PERSON.filter((column) => cells[column] !== first.cells[column]).map((column) => ({
      line,
      column,
      message: `Line ${first.line} gives the same young_person another ${column}: make them the same, or give another reference.`,
    })),
  );
}

/** The lines whose key an earlier line has, each with the first of them. */
function afterTheFirst(lines: readonly Line[], keyOf: (line: Line) => string): [Line, Line][] {
  const first = new Map(lines.toReversed().map((line) => [keyOf(line), line]));
  return lines.flatMap((line): [Line, Line][] => {
    const before = first.get(keyOf(line));
    return before && before !== line ? [[line, before]] : [];
  });
}

/** Said on the later line of the two, naming the earlier. */
function between(one: Line, other: Line, column: string, say: (before: Line) => string): ImportError {
  const [before, after] = one.line < other.line ? [one, other] : [other, one];
  return { line: after.line, column, message: say(before) };
}

function said({ nights }: Line): string {
  return `${nights.from} to ${nights.to}`;
}
