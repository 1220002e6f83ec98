import type { BedNight } from '../domain/bed-nights';
import type { ClosureKind, StayKind } from '../domain/diary';
import type { Loss } from '../domain/losses';

/** Who looks, and what they may be told. */
export interface Reader {
  /** Initials of young people by stay; of none for those who may not know who stays. */
  readonly initials: ReadonlyMap<string, string>;
  readonly mayBook: boolean;
  readonly mayOpenStays: boolean;
}

interface BedWords {
  readonly main: string;
  readonly detail: string;
  /** The stay that explains the bed. */
  readonly stayId?: string | undefined;
}

const KIND: Readonly<Record<StayKind, string>> = { planned: 'planned', emergency: 'emergency' };

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
      return named(bed, `occupied, ${bed.overdue ? 'overdue to leave' : KIND[bed.kind]}`, initials);
    case 'booked':
    case 'held':
      return named(bed, `${bed.class}, ${KIND[bed.kind]}`, initials);
    case 'closed':
      return { main: 'Closed', detail: CLOSED_FOR[bed.closureKind] };
    case 'solo-blocked':
      return { main: 'Kept empty', detail: 'solo stay', stayId: bed.soloStayId };
    case 'void':
      return { main: 'Empty', detail: LOST[bed.lost], stayId: bed.lostStayId ?? undefined };
  }
}

function named(
  { stayId }: { readonly stayId: string },
  detail: string,
  initials: Reader['initials'],
): BedWords {
  return { main: initials.get(stayId) ?? 'Stay', detail, stayId };
}
