import { randomUUID } from 'node:crypto';

export type KeyWorker = 'worker' | 'worker-2';

/** A young person nothing of whom is like anything of anybody else. */
export interface Person {
  readonly id: string;
  readonly familyId: string;
  readonly keyWorker: KeyWorker;
  readonly givenName: string;
  readonly familyName: string;
  readonly caseReference: string;
  readonly dateOfBirth: string;
}

export interface Household {
  readonly id: string;
  readonly reference: string;
  readonly keyWorker: KeyWorker;
  readonly people: readonly Person[];
}

/** So that no age is of both caseloads: 11 to 13 and 14 to 17 on 11 March 2026. */
const FIRST_BORN: Readonly<Record<KeyWorker, string>> = { worker: '2012-06-01', 'worker-2': '2009-01-05' };

const SIZES = [2, 1, 3, 1, 1, 2];
const EACH = 100;

/** Two hundred young people, half of them in the families of one CAS worker, half in those of another. */
export function twoHundred(): Household[] {
  return [...caseload('worker', 0), ...caseload('worker-2', EACH)];
}

function caseload(keyWorker: KeyWorker, first: number): Household[] {
  const households: Household[] = [];
  for (let made = 0; made < EACH;) {
    const id = randomUUID();
    const size = Math.min(SIZES[households.length % SIZES.length] ?? 1, EACH - made);
    const people = Array.from({ length: size }, (_, index) =>
      person(first + made + index, made + index, id, keyWorker),
    );
    households.push({ id, reference: `FR${10_000 + first + households.length}`, keyWorker, people });
    made += size;
  }
  return households;
}

function person(index: number, born: number, familyId: string, keyWorker: KeyWorker): Person {
  const [givenLetter, familyLetter] = [letter(index % 26), letter(Math.floor(index / 26))];
  return {
    id: randomUUID(),
    familyId,
    keyWorker,
    givenName: madeUp(givenLetter, index, 'q'),
    familyName: madeUp(familyLetter, index, 'h'),
    caseReference: `CR${20_000 + index}`,
    dateOfBirth: daysAfter(FIRST_BORN[keyWorker], born * 10),
  };
}

/** A word nobody uses, found in a text whatever stands around it. */
export function madeUp(first: string, index: number, last: string): string {
  return `${first}x${syllable(index % 14)}${syllable(Math.floor(index / 14))}${last}`;
}

function syllable(index: number): string {
  return `${'bdfgklmnprstvz'.charAt(index % 14)}${'aeiou'.charAt((index * 3) % 5)}`;
}

function letter(index: number): string {
  return String.fromCharCode(65 + index);
}

export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
