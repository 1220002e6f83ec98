/** Everybody here is made up. Ages are kept whatever the date: birthdays fall outside the weeks shown. */
export interface DemoYoungPerson {
  /** Given and family name; the key others refer to them by. */
  readonly name: string;
  readonly family: string;
  readonly age: number;
  /** Those who usually stay the same nights; the three without one are guests of their own. */
  readonly group?: number;
}

export const TWINS_AND_SISTER = ['Isla Thorne', 'Finn Thorne', 'Maeve Thorne'] as const;
export const SOLO = 'Kit Lowry';
export const LET_IN = 'Wren Lowry';
export const LONG_STAYER = 'Noah Adeyemi';

/** Booked together, and then judged not together. */
export const FALL_OUT = ['Ben Hartley', 'Chidi Obi'] as const;

const FAMILIES: Readonly<Record<string, readonly [given: string, age: number, group?: number][]>> = {
  Thorne: [
    ['Isla', 10, 0],
    ['Finn', 10, 0],
    ['Maeve', 11, 0],
  ],
  Okafor: [
    ['Ada', 13, 1],
    ['Emeka', 15, 4],
  ],
  Lowry: [
    ['Kit', 14],
    ['Wren', 12],
  ],
  Penrose: [
    ['Jago', 12, 1],
    ['Tamsin', 14, 3],
  ],
  Hussain: [
    ['Zara', 11, 1],
    ['Bilal', 16, 4],
  ],
  Galloway: [
    ['Rory', 9, 2],
    ['Skye', 12, 5],
  ],
  Adeyemi: [['Noah', 13]],
  Whitcombe: [['Poppy', 10, 0]],
  Marlowe: [['Theo', 14, 1]],
  Szymański: [['Lena', 10, 2]],
  Dacosta: [['Mateo', 11, 2]],
  Rees: [['Carys', 12, 2]],
  Ferreira: [['Inês', 15, 3]],
  Blackwood: [['Silas', 13, 3]],
  Novak: [['Jana', 16, 4]],
  Hartley: [['Ben', 12, 5]],
  Obi: [['Chidi', 13, 5]],
};

export const YOUNG_PEOPLE: readonly DemoYoungPerson[] = Object.entries(FAMILIES).flatMap(
  ([family, members]) =>
    members.map(([given, age, group]) => ({
      name: `${given} ${family}`,
      family,
      age,
      ...(group === undefined ? {} : { group }),
    })),
);

/** In the order of their rooms. */
export function groupNumber(group: number): DemoYoungPerson[] {
  return YOUNG_PEOPLE.filter((person) => person.group === group);
}

export const GROUPS = 6;
