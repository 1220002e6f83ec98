import type { Board } from '../domain/board';
import type { Conflict } from '../domain/conflicts';
import { sayNights } from '../domain/say-dates';
import { stayAt } from './board-links';
import type { Reader } from './bed-words';

export interface ToSettle {
  readonly id: string;
  readonly when: string;
  readonly what: string;
  readonly stays: readonly { readonly text: string; readonly href: string | undefined }[];
}

interface SettleMark {
  readonly text: string;
  readonly spoken: string;
  readonly href: string;
}

const WHAT: Readonly<Partial<Record<Conflict['code'], string>>> = {
  'not-together': 'They are assessed as not to be together.',
  'solo-in-place': 'One of them needs the unit to themselves.',
  'room-closed': 'The room is closed.',
  'unit-closed': 'The unit is closed.',
  'room-taken': 'Somebody who should have left is still in the room.',
  consent: 'No consent is in force.',
  'not-assessed': 'Nobody has assessed whether they can be together, or not since the review.',
  'registered-places': 'There are more young people than registered places.',
};

export function toSettle(conflicts: readonly Conflict[], { initials, mayOpenStays }: Reader): ToSettle[] {
  return conflicts.map(({ code, nights, stayIds }, index) => ({
    id: idOf(index),
    when: capital(sayNights(nights)),
    what: WHAT[code] ?? 'The rules no longer allow this.',
    stays: stayIds.map((stayId) => ({
      text: initials.get(stayId) ?? 'A stay',
      href: mayOpenStays ? stayAt(stayId) : undefined,
    })),
  }));
}

/** For the foot of the table, one a night: leads to the first thing wrong on it. */
export function settleMarks({ nights }: Board, conflicts: readonly Conflict[]): (SettleMark | null)[] {
  return nights.map(({ on, conflicts: { length } }) => {
    const first = conflicts.findIndex((conflict) => conflict.nights.includes(on));
    if (first < 0) return null;
    const spoken = `${length === 1 ? '1 thing' : `${length} things`} for ${sayNights([on])}`;
    return { text: 'Settle', spoken, href: `#${idOf(first)}` };
  });
}

function idOf(index: number): string {
  return `settle-${index + 1}`;
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
