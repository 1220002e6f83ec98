import { earlierOf, type CalendarDate } from './calendar-date';
import type { Assessment, Lodging, ProposedStay } from './diary';
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

/** One other young person, the nights this stay would meet them on, and the one judgement on the two. */
export interface Company {
  readonly peerId: string;
  readonly nights: readonly CalendarDate[];
  readonly assessment: Assessment | undefined;
}

/** Sets the stays asked for beside each other and in the diary, from which the stays they change are taken out. */
export function setOut(asked: readonly ProposedStay[], diary: DiaryByNight): AskedStay[] {
  const changed = changedBy(asked);
  const presences = asked.map((stay) => presencesOf(stay, diary));
  return presences.map(({ stay, byPage }, who) => {
    const slept = nightsSlept(stay, diary);
    const together = presences.filter((_, other) => other !== who);
    const nights = [...byPage]
      .filter(([{ on }]) => !slept || !includesNight(slept, on))
      .map(([page, { needsSolo }]) => ({
        on: page.on,
        page,
        needsSolo,
        others: [...guestsOn(page, changed), ...together.flatMap((other) => other.byPage.get(page) ?? [])],
      }));
    const lodgings = diary.stay(stay.changesStayId)?.lodgings ?? [];
    return {
      stay,
      nights,
      company: companyOf(stay, nights, diary),
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

function presencesOf(stay: ProposedStay, diary: DiaryByNight) {
  const { youngPersonId, roomId, nights } = stay;
  const byPage = new Map<NightPage, Presence>();
  for (const page of diary.during(nights)) {
    byPage.set(page, { youngPersonId, roomId, needsSolo: diary.needsSolo(stay, page.on) });
  }
  return { stay, byPage };
}

function companyOf(
  { youngPersonId }: ProposedStay,
  nights: readonly AskedNight[],
  diary: DiaryByNight,
): Company[] {
  const met = new Map<string, CalendarDate[]>();
  for (const { on, others } of nights) {
    for (const { youngPersonId: peerId } of others) {
      const dates = met.get(peerId);
      if (!dates) met.set(peerId, [on]);
      else if (dates.at(-1) !== on) dates.push(on);
    }
  }
  met.delete(youngPersonId);
  return [...met]
    .map(([peerId, dates]) => ({
      peerId,
      nights: dates,
      assessment: diary.assessmentOf(youngPersonId, peerId),
    }))
    .sort((a, b) => (a.peerId < b.peerId ? -1 : 1));
}

function nightsSlept(stay: ProposedStay, diary: DiaryByNight): Nights | undefined {
  const changed = diary.stay(stay.changesStayId);
  const kept = changed && sharedNights(nightsTakenUp(changed, diary.today), stay.nights);
  if (!kept || kept.from >= diary.today) return undefined;
  return { from: kept.from, to: earlierOf(kept.to, diary.today) };
}
