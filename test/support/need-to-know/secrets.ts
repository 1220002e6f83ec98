import { initialsOf } from '../../../src/domain/initials';
import { sayDate } from '../../../src/domain/say-dates';
import type { User } from '../accounts';
import type { Kind, Laid } from './laid';

/** What a text tells somebody who has no need to know it. */
export interface Leak {
  readonly kind:
    Kind | 'name' | 'case reference' | 'family reference' | 'date of birth' | 'initials' | 'room' | 'age';
  readonly said: string;
}

interface Secret {
  readonly kind: Leak['kind'];
  /** Beside the unit's staff. */
  readonly known: readonly User[];
}

const STAFF: readonly User[] = ['manager', 'deputy', 'staff'];

/** Ids that say nothing by themselves: who may look at stays, or at the board, follows them there. */
const FOLLOWED: Readonly<Partial<Record<User, readonly Kind[]>>> = {
  'service-manager': ['stays', 'young-people', 'short-break-plans', 'tasks', 'emergency-claims'],
  auditor: ['stays', 'young-people', 'short-break-plans'],
  visitor: ['stays', 'young-people'],
  finance: ['stays'],
  administrator: ['stays'],
};

/** Each finds what may be a secret: made-up words, references, dates, initials, ids. */
const LOOKS = [
  /[A-Z]x[a-z]{4}[qhw]/gi,
  /\b(?:CR|FR)\d{5}\b/gi,
  /\b\d{4}-\d\d-\d\d\b/g,
  /\b\d{1,2} [A-Z][a-z]+ \d{4}\b/g,
  /\b[A-Z]\.[A-Z]\./g,
  /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi,
];

const AGE = /(?:"age":\s*|\baged |, )(\d{1,2})(?! to)(?=[,."<}\s])|\b(\d{1,2})[ -]years?[ -]old/gi;

/** As the caseloads are made: what is between 11 and 17 and not of one's own is somebody else's age. */
const OWN_AGES: Readonly<Partial<Record<User, readonly [number, number]>>> = {
  worker: [11, 13],
  'worker-2': [14, 17],
};

/** Everything that singles a young person out, and who has a need to know it (domain.md §2). */
export class Secrets {
  private readonly secrets = new Map<string, Secret>();

  constructor(laid: Laid) {
    for (const { reference, keyWorker } of laid.households)
      this.keep(reference, 'family reference', [keyWorker]);
    for (const person of laid.people) {
      const known = [person.keyWorker];
      this.keep(person.givenName, 'name', known);
      this.keep(person.familyName, 'name', known);
      this.keep(person.caseReference, 'case reference', known);
      this.keep(person.dateOfBirth, 'date of birth', known);
      this.keep(sayDate(person.dateOfBirth).replace(/^\w+ /, ''), 'date of birth', known);
      this.keep(initialsOf(`${person.givenName} ${person.familyName}`), 'initials', known);
    }
    for (const [kind, all] of Object.entries(laid.ids) as [Kind, Laid['ids'][Kind]][])
      for (const { id, keyWorker } of all) this.keep(id, kind, keyWorker ? [keyWorker] : []);
    for (const { id, name, keyWorker } of laid.rooms) {
      this.keep(id, 'room', [keyWorker]);
      this.keep(name, 'room', [keyWorker]);
    }
  }

  /** @param mayNameRooms on pages about the unit itself, where no room is anybody's. */
  leaksTo(reader: User, text: string, mayNameRooms = false): Leak[] {
    if (STAFF.includes(reader)) return [];
    const found = new Map<string, Leak>();
    for (const said of LOOKS.flatMap((look) => text.match(look) ?? [])) {
      const secret = this.secrets.get(said.toLowerCase());
      if (secret && !this.knows(reader, secret, mayNameRooms)) found.set(said, { kind: secret.kind, said });
    }
    for (const [said, ...ages] of text.matchAll(AGE))
      if (this.isStrange(reader, Number(ages.find(Boolean)))) found.set(said, { kind: 'age', said });
    return [...found.values()];
  }

  /** The names of young people in a text, whoever reads it. */
  namesIn(text: string): string[] {
    const words = text.match(/[A-Z]x[a-z]{4}[qh]/gi) ?? [];
    return words.filter((word) => this.secrets.get(word.toLowerCase())?.kind === 'name');
  }

  private knows(reader: User, { kind, known }: Secret, mayNameRooms: boolean): boolean {
    if (kind === 'room') return mayNameRooms || known.includes(reader) || !/^(worker|edt)/.test(reader);
    return known.includes(reader) || (FOLLOWED[reader]?.some((followed) => followed === kind) ?? false);
  }

  private isStrange(reader: User, age: number): boolean {
    const [from, to] = OWN_AGES[reader] ?? [0, 0];
    return age >= 11 && age <= 17 && (age < from || age > to);
  }

  private keep(said: string, kind: Leak['kind'], known: readonly User[]): void {
    this.secrets.set(said.toLowerCase(), { kind, known });
  }
}
