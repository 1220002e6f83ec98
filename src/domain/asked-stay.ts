import { AskedNight } from './asked-night';
import { daysBetween, earlierOf } from './calendar-date';
import type { Lodging, ProposedStay } from './diary';
import type { DiaryByNight } from './diary-by-night';
import { lodgingsOn } from './lodgings';
import type { NightPage, Presence } from './night-page';
import { countNights, includesNight, sharedNights, type Nights } from './nights';
import { nightsTakenUp } from './overdue';

/** A proposed stay as the rules see it: night by night, among the others there and the others asked for. */
export interface AskedStay {
  readonly stay: ProposedStay;
  /** The nights to be judged, in order: those already slept in the stay it changes are facts, and left out. */
  readonly nights: readonly AskedNight[];
  readonly slept: readonly Lodging[];
}

/** Sets the stays asked for beside each other and in the diary, from which the stays they change are taken out. */
export function setOut(asked: readonly ProposedStay[], diary: DiaryByNight): AskedStay[] {
  const changed = changedBy(asked);
  const presences = asked.map((stay) => presencesOf(stay, diary));
  return presences.map(({ stay, byPage }, who) => {
    const slept = nightsSlept(stay, diary);
    const together = presences.filter((_, other) => other !== who);
    const nights: AskedNight[] = [];
    for (const [page, { needsSolo }] of byPage) {
      if (slept && includesNight(slept, page.on)) continue;
      const others: Presence[] = [...guestsOn(page, changed)];
      for (const { byPage: theirs } of together) {
        const other = theirs.get(page);
        if (other) others.push(other);
      }
      nights.push(new AskedNight(page, stay.youngPersonId, needsSolo, others));
    }
    const lodgings = diary.stay(stay.changesStayId)?.lodgings ?? [];
    return {
      stay,
      nights,
      slept: slept ? lodgingsOn(slept, lodgings) : [],
    };
  });
}

/**
 * New stays that were set out for a whole window, as if set out for some of its nights alone: what one night holds is
 * the same for every stay in the window.
 */
export function partOf(window: readonly AskedStay[], span: Nights): AskedStay[] {
  return window.map((whole) => {
    const first = daysBetween(whole.stay.nights.from, span.from);
    const nights = whole.nights.slice(first, first + countNights(span));
    const stay = { ...whole.stay, nights: span };
    return { stay, nights, slept: [] };
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

function nightsSlept(stay: ProposedStay, diary: DiaryByNight): Nights | undefined {
  const changed = diary.stay(stay.changesStayId);
  const kept = changed && sharedNights(nightsTakenUp(changed, diary.today), stay.nights);
  if (!kept || kept.from >= diary.today) return undefined;
  return { from: kept.from, to: earlierOf(kept.to, diary.today) };
}
