import { earlierOf, type CalendarDate } from './calendar-date';
import type { Lodging, ProposedStay } from './diary';
import type { DiaryByNight } from './diary-by-night';
import { lodgingsOn } from './lodgings';
import type { NightPage, Presence } from './night-page';
import { includesNight, sharedNights, type Nights } from './nights';
import { nightsTakenUp } from './overdue';

/** A proposed stay as the rules see it: night by night, among the others there and the others asked for. */
export interface AskedStay {
  readonly stay: ProposedStay;
  /** The nights to be judged, in order: those already slept in the stay it changes are facts, and left out. */
  readonly nights: readonly AskedNight[];
  readonly company: readonly Company[];
  readonly slept: readonly Lodging[];
}

export interface AskedNight {
  readonly on: CalendarDate;
  readonly page: NightPage;
  readonly needsSolo: boolean;
  /** Everybody else that night, booked or asked for together with this stay. */
  readonly others: readonly Presence[];
}

/** One other young person, and the nights this stay would meet them on. */
export interface Company {
  readonly peerId: string;
  readonly nights: readonly CalendarDate[];
}

/** Sets the stays asked for beside each other and in the diary, from which the stays they change are taken out. */
export function setOut(asked: readonly ProposedStay[], diary: DiaryByNight): AskedStay[] {
  const changed = changedBy(asked);
  return asked.map((stay, index) => {
    const slept = nightsSlept(stay, diary);
    const pages = diary.during(stay.nights).filter(({ on }) => !slept || !includesNight(slept, on));
    const together = asked.filter((_, other) => other !== index);
    const nights = pages.map((page) => ({
      on: page.on,
      page,
      needsSolo: diary.needsSolo(stay, page.on),
      others: [...guestsOn(page, changed), ...askedOn(page, together, diary)],
    }));
    const lodgings = diary.stay(stay.changesStayId)?.lodgings ?? [];
    return {
      stay,
      nights,
      company: companyOf(stay, nights),
      slept: slept ? lodgingsOn(slept, lodgings) : [],
    };
  });
}

/** The stays to be left out of the diary while these are judged. */
export function changedBy(asked: readonly ProposedStay[]): ReadonlySet<string> {
  return new Set(asked.flatMap(({ changesStayId }) => changesStayId ?? []));
}

function guestsOn({ guests }: NightPage, changed: ReadonlySet<string>): readonly Presence[] {
  return changed.size === 0 ? guests : guests.filter(({ stayId }) => !changed.has(stayId));
}

function askedOn({ on }: NightPage, asked: readonly ProposedStay[], diary: DiaryByNight): Presence[] {
  return asked
    .filter(({ nights }) => includesNight(nights, on))
    .map((stay) => ({
      youngPersonId: stay.youngPersonId,
      roomId: stay.roomId,
      needsSolo: diary.needsSolo(stay, on),
    }));
}

function companyOf({ youngPersonId }: ProposedStay, nights: readonly AskedNight[]): Company[] {
  const met = new Map<string, CalendarDate[]>();
  for (const { on, others } of nights) {
    for (const peerId of new Set(others.map((other) => other.youngPersonId))) {
      met.set(peerId, [...(met.get(peerId) ?? []), on]);
    }
  }
  met.delete(youngPersonId);
  return [...met]
    .map(([peerId, on]) => ({ peerId, nights: on }))
    .sort((a, b) => (a.peerId < b.peerId ? -1 : 1));
}

function nightsSlept(stay: ProposedStay, diary: DiaryByNight): Nights | undefined {
  const changed = diary.stay(stay.changesStayId);
  const kept = changed && sharedNights(nightsTakenUp(changed, diary.today), stay.nights);
  if (!kept || kept.from >= diary.today) return undefined;
  return { from: kept.from, to: earlierOf(kept.to, diary.today) };
}
