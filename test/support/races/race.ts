import { addDays } from '../../../src/domain/calendar-date';
import type { User } from '../accounts';
import type { Ground } from '../ground';
import { bodyOf, type Answer } from '../keep-alive';

/** One request that waits at the barrier. */
export interface Start {
  readonly path: string;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** A manager, unless said. */
  readonly by?: User;
  /** Milliseconds it waits at the barrier, where the others have further to go. */
  readonly after?: number;
}

/** One round: what is let go at once, and what must come of it. */
interface Heat {
  readonly unitIds: readonly string[];
  /** Its first night, where the round chooses its own. */
  readonly from?: string;
  readonly starts: readonly Start[];
  /** What is wrong with how it ended; the answers are in the order of the starts. */
  faults(answers: readonly Answer[]): string[] | Promise<string[]>;
  /** Wrong nights that may stand, because an answer must have told of them. */
  readonly told?: readonly string[];
}

/** Asks the product, before the barrier, for what the round begins with. */
export type Ask = (path: string, body: object) => Promise<Answer>;

export interface Race {
  readonly name: string;
  /** Lays down what all rounds share; @returns what sets up a round whose nights begin `on`. */
  lay(ground: Ground, clients: number, ask: Ask): Promise<(on: string) => Promise<Heat>>;
}

/** No round touches nights of another. */
export const NIGHTS_A_ROUND = 10;

export interface AskedStay {
  readonly youngPersonId: string | undefined;
  readonly arrivesOn: string;
  readonly departsOn: string;
  readonly roomId?: string | undefined;
  readonly solo?: boolean;
}

export function stayOf(
  youngPersonId: string | undefined,
  on: string,
  [from, to]: readonly [from: number, to: number] = [0, 3],
): AskedStay {
  return { youngPersonId, arrivesOn: addDays(on, from), departsOn: addDays(on, to) };
}

export function booking(unitId: string, ...stays: readonly AskedStay[]): Start {
  return { path: '/api/stays', body: { unitId, kind: 'planned', stays } };
}

/** Books beforehand. @returns the ids of the stays, in order. */
export async function booked(ask: Ask, unitId: string, ...stays: readonly AskedStay[]): Promise<string[]> {
  const { path, body } = booking(unitId, ...stays);
  const answer = await ask(path, body);
  if (answer.status !== 201) throw new Error(`The round could not begin: ${answer.text}`);
  return (bodyOf(answer) as { items: { id: string }[] }).items.map(({ id }) => id);
}

export const won = ({ status }: Answer): boolean => status < 300;

export function winners(answers: readonly Answer[]): number {
  return answers.filter(won).length;
}

export function exactly(count: number, answers: readonly Answer[]): string[] {
  const got = winners(answers);
  return got === count ? [] : [`${got} won instead of ${count}`];
}

/** Every loser was told at least this. */
export function losersHear(codes: readonly string[], answers: readonly Answer[]): string[] {
  return answers
    .filter((answer) => !won(answer) && !codes.some((code) => answer.text.includes(`"${code}"`)))
    .map(({ text }) => `a loser did not hear ${codes.join(' or ')}: ${text}`);
}

export function everyOther<T>(items: readonly T[], first: 0 | 1): T[] {
  return items.filter((_, index) => index % 2 === first);
}

export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
