import type { CalendarDate } from '../domain/calendar-date';
import type { Conflict } from '../domain/conflicts';
import { sayNights, sayStay } from '../domain/say-dates';
import { KIND_WORDS, STATUS_WORDS } from '../domain/stay-words';
import type { Stay } from '../stays/stay.entity';
import type { YoungPersonRecord } from './young-person-record.service';

interface StayLine {
  readonly href: string;
  readonly when: string;
  readonly status: { readonly text: string; readonly tone: string };
  readonly about: string;
}

export interface StayGroup {
  readonly title: string;
  readonly lines: readonly StayLine[];
  /** Folded away until asked for. */
  readonly isLong: boolean;
}

const MOST_IN_SIGHT = 6;

export interface ConflictCard {
  readonly said: string;
  readonly stays: readonly { readonly href: string; readonly text: string }[];
}

/** Here now, then what comes, then what was, the latest first. */
export function stayGroups({ stays, today }: YoungPersonRecord): StayGroup[] {
  const group = (title: string, statuses: readonly string[], of = stays): StayGroup => {
    const lines = of.filter(({ stay }) => statuses.includes(stay.status)).map((each) => line(each, today));
    return { title, lines, isLong: lines.length > MOST_IN_SIGHT };
  };
  const past = ['completed', 'cancelled', 'displaced', 'not-arrived'];
  const groups = [
    group('Here now', ['in-residence']),
    group('Coming', ['held', 'confirmed']),
    group('Past', past, stays.toReversed()),
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}

function line({ stay, place }: YoungPersonRecord['stays'][number], today: CalendarDate): StayLine {
  return {
    href: `/stays/${stay.id}`,
    when: sayStay({ from: stay.arrivesOn, to: stay.departsOn }, today),
    status: STATUS_WORDS[stay.status],
    about: [place, stay.kind === 'emergency' ? KIND_WORDS.emergency : ''].filter(Boolean).join(', '),
  };
}

/** What a judgement speaks against, with the stays that have to change. */
export function conflictCards({
  conflicts,
  staysInConflict,
  names,
  today,
}: YoungPersonRecord): ConflictCard[] {
  return conflicts.map(({ code, nights, stayIds }) => {
    const stays = stayIds.flatMap((id) => staysInConflict.get(id) ?? []);
    const who = stays.map(({ youngPersonId }) => names.get(youngPersonId) ?? 'somebody').join(' and ');
    return {
      said: `${who} ${WHY[code] ?? ''} ${sayNights(nights)}.`,
      stays: stays.map((stay) => link(stay, names, today)),
    };
  });
}

const WHY: Readonly<Partial<Record<Conflict['code'], string>>> = {
  'not-together': 'were judged not to be together, but both have a stay on',
  consent: 'has a stay for which no consent is in force, on',
  'solo-in-place': 'are both booked, though one of them needs the unit to themselves, on',
};

function link(stay: Stay, names: ReadonlyMap<string, string>, today: CalendarDate) {
  const { id, youngPersonId, arrivesOn, departsOn } = stay;
  const when = sayStay({ from: arrivesOn, to: departsOn }, today);
  return { href: `/stays/${id}`, text: `${names.get(youngPersonId) ?? 'A stay'}: ${when}` };
}
