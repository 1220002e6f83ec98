import { classifyBedNights } from '../../src/domain/bed-nights';
import type { Ledger } from '../../src/domain/ledger';

/** The classes of room 1 (or another) for some nights of June 2026, with what is behind each void. */
export function classesOf(ledger: Ledger, from: number, to: number, room = '1'): string[] {
  return classifyBedNights(ledger, { from: june(from), to: june(to) })
    .filter(({ roomId }) => roomId === room)
    .map((bed) => (bed.class === 'void' ? bed.lost : bed.class));
}

export const june = (day: number): string => `2026-06-${String(day).padStart(2, '0')}`;
