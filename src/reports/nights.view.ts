import type { BedNight } from '../domain/bed-nights';
import { NIGHT_WORDS } from '../domain/night-sort-words';
import { NIGHT_FILTERS, nightsOf, sortOf, type NightFilter } from '../domain/night-sorts';
import { roomName } from '../domain/room-name';
import { sayDate } from '../domain/say-dates';
import { sayCount } from '../domain/say-numbers';
import { NotThere } from '../platform/problem';
import type { ChosenUnit } from '../units/unit-choice.service';
import type { Asked } from './occupancy-form';
import { handyLinks, nightsHref, periodHref, saidPeriod } from './question-links';
import { counted } from './questions/counted';
import type { Facts } from './questions/question';

const ON_A_PAGE = 100;

/** The bed-nights of one step as a list: which night, which room, and for those who may know, whose stay. */
export function nightsView(
  chosen: ChosenUnit,
  { form, period, errors }: Asked,
  filter: NightFilter,
  page: number,
  facts: Facts,
) {
  const { unit, units } = chosen;
  const beds = inOrder(nightsOf(filter, facts.bedNights));
  const pages = Math.max(1, Math.ceil(beds.length / ON_A_PAGE));
  if (page > pages) throw new NotThere('There is no such page of these bed-nights.');
  const also = `&class=${filter}`;
  const to = (text: string, number: number) =>
    number >= 1 && number <= pages
      ? { text, href: `${nightsHref(unit.id, period, filter)}&page=${number}` }
      : undefined;
  return {
    title: `Bed-nights: ${NIGHT_WORDS[filter].toLowerCase()}`,
    caption: saidPeriod(period),
    back: {
      text: 'Where did the bed-nights go?',
      href: periodHref('/occupancy/where-nights-went', unit.id, period),
    },
    ...{ unit, units, errors, form, filter },
    action: '/occupancy/nights',
    filters: NIGHT_FILTERS.map((value) => ({ value, text: NIGHT_WORDS[value] })),
    handy: handyLinks(chosen, facts.ledger.today, period, '/occupancy/nights', also),
    sentence: sentence(beds, page, pages),
    namesStays: facts.names !== undefined,
    rows: beds.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE).map((bed) => rowOf(bed, facts)),
    earlier: to('Earlier nights', page - 1),
    later: to('Later nights', page + 1),
  };
}

function inOrder(beds: readonly BedNight[]): BedNight[] {
  return beds.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function sentence(beds: readonly BedNight[], page: number, pages: number): string {
  if (beds.length === 0) return 'There is none of these in this period.';
  const nights = new Set(beds.map(({ on }) => on)).size;
  const whole = `${counted(beds.length, 'bed-night')} on ${counted(nights, 'night')}`;
  return pages === 1 ? `${whole}.` : `${whole}; page ${sayCount(page)} of ${sayCount(pages)}.`;
}

function rowOf(bed: BedNight, { ledger, names }: Facts) {
  const room = ledger.rooms.find(({ id }) => id === bed.roomId);
  const stayId = stayOf(bed);
  const stay = names && ledger.stays.find(({ id }) => id === stayId);
  return {
    night: sayDate(bed.on),
    room: room ? roomName(room) : '',
    what: NIGHT_WORDS[sortOf(bed)],
    stay: stay && { text: names.get(stay.youngPersonId) ?? '', href: `/stays/${stay.id}` },
  };
}

/** The stay that had it, kept it empty or lost it. */
function stayOf(bed: BedNight): string | null {
  if (bed.class === 'solo-blocked') return bed.soloStayId;
  if (bed.class === 'void') return bed.lostStayId;
  return bed.class === 'closed' ? null : bed.stayId;
}
