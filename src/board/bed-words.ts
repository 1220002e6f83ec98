import type { BedNight } from '../domain/bed-nights';
import type { ClosureKind, StayKind } from '../domain/diary';
import type { Loss } from '../domain/losses';

/** Who looks, and what they may be told. */
export interface Reader {
  /** Initials of young people by stay; of none for those who may not know who stays. */
  readonly initials: ReadonlyMap<string, string>;
  readonly mayBook: boolean;
  readonly mayOpenStays: boolean;
  readonly mayReadCost: boolean;
}

export interface BedWords {
  readonly main: string;
  /** What it is, after who or what it is for. */
  readonly state?: string;
  /** The usual kind goes without saying, but not without being heard. */
  readonly kind?: string;
  readonly isUsualKind?: boolean;
}

const CLOSED_FOR: Readonly<Record<ClosureKind, string>> = {
  planned: 'as planned',
  repair: 'for repair',
  staffing: 'for staffing',
};

const LOST: Readonly<Record<Loss, string>> = {
  'arrival-not-recorded': 'arrival not recorded',
  'not-arrived': 'did not arrive',
  displaced: 'displaced',
  'cancelled-late': 'cancelled late',
  'never-asked-for': '',
};

/** What a bed-night is, in words. */
export function bedWords(bed: BedNight, { initials }: Reader): BedWords {
  switch (bed.class) {
    case 'occupied':
      return inBed(bed, bed.overdue ? 'overdue to leave' : 'occupied', initials);
    case 'booked':
    case 'held':
      return inBed(bed, bed.class, initials);
    case 'closed':
      return { main: 'Closed', state: CLOSED_FOR[bed.closureKind] };
    case 'solo-blocked':
      return { main: 'Kept empty', state: 'solo stay' };
    case 'void':
      return { main: 'Empty', state: LOST[bed.lost] };
  }
}

function inBed(
  { stayId, kind }: { readonly stayId: string; readonly kind: StayKind },
  state: string,
  initials: Reader['initials'],
): BedWords {
  return { main: initials.get(stayId) ?? 'Stay', state, kind, isUsualKind: kind === 'planned' };
}
