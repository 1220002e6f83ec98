import { firstOfMonth, firstOfNextMonth, type CalendarDate } from './calendar-date';
import type { CasPlanStatus } from './cas-plan';
import type { Assessment, Diary, DiaryStay, NightsAway, Person, Room, SoloDecision } from './diary';
import { roomOn } from './lodgings';
import { NightPage, type Guest } from './night-page';
import { countShared, includesNight, type Nights } from './nights';
import { nightsTakenUp } from './overdue';
import type { PlanOnFile } from './short-break-plan';
import { letsIn, needsSoloOn } from './solo';
import { YearOfNights } from './year-of-nights';

/** A diary indexed once, by night and by young person, so that judging a year of dates stays fast. */
export class DiaryByNight {
  readonly today: CalendarDate;
  /** By number. */
  readonly rooms: readonly Room[];
  /** By id. */
  readonly displaced: readonly DiaryStay[];
  private readonly people: ReadonlyMap<string, Person>;
  private readonly pages = new Map<CalendarDate, NightPage>();
  private readonly staysByMonth = new Map<CalendarDate, { stay: DiaryStay; nights: Nights }[]>();
  private readonly stays: ReadonlyMap<string, DiaryStay>;
  private readonly elsewhere: ReadonlyMap<string, readonly Nights[]>;
  private readonly soloDecisions: ReadonlyMap<string, readonly SoloDecision[]>;
  private readonly assessments: ReadonlyMap<string, ReadonlyMap<string, Assessment>>;
  private readonly plans: ReadonlyMap<string, readonly PlanOnFile[]>;
  private readonly casPlans: ReadonlyMap<string, CasPlanStatus>;
  private readonly away: ReadonlyMap<string, readonly NightsAway[]>;
  private readonly years = new Map<string, YearOfNights>();
  private readonly planned = new Map<string, number>();

  constructor(private readonly diary: Diary) {
    this.today = diary.today;
    this.rooms = [...diary.rooms].sort((a, b) => a.number - b.number);
    this.displaced = [...(diary.displaced ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.people = diary.people;
    this.stays = new Map(diary.stays.map((stay) => [stay.id, stay]));
    this.elsewhere = grouped(diary.elsewhere.map(({ youngPersonId, nights }) => [youngPersonId, nights]));
    this.soloDecisions = grouped(diary.soloDecisions.map((decision) => [decision.youngPersonId, decision]));
    this.assessments = bothWaysRound(diary.assessments);
    this.plans = grouped(diary.plans.map((plan) => [plan.youngPersonId, plan]));
    this.casPlans = new Map(diary.casPlans.map(({ familyId, status }) => [familyId, status]));
    this.away = grouped(diary.away.map((away) => [away.youngPersonId, away]));
    for (const stay of diary.stays) this.enter(stay);
  }

  on(date: CalendarDate): NightPage {
    let page = this.pages.get(date);
    if (!page) {
      page = new NightPage(date, this.diary, this.guestsOn(date), (other) => this.on(other));
      this.pages.set(date, page);
    }
    return page;
  }

  during(nights: Nights): NightPage[] {
    const pages: NightPage[] = [];
    for (let page = this.on(nights.from); page.on < nights.to; page = page.after) pages.push(page);
    return pages;
  }

  stay(id: string | undefined): DiaryStay | undefined {
    return id === undefined ? undefined : this.stays.get(id);
  }

  person(id: string): Person | undefined {
    return this.people.get(id);
  }

  isElsewhere(youngPersonId: string, on: CalendarDate): boolean {
    return (this.elsewhere.get(youngPersonId) ?? []).some((nights) => includesNight(nights, on));
  }

  /** The one judgement on the pair, whichever way round it is asked for. */
  assessmentOf(oneId: string, otherId: string): Assessment | undefined {
    return this.assessments.get(oneId)?.get(otherId);
  }

  needsSolo(stay: { readonly youngPersonId: string; readonly solo?: boolean }, on: CalendarDate): boolean {
    return needsSoloOn(stay, on, this.decisionsAbout(stay.youngPersonId));
  }

  letsIn(soloId: string, siblingId: string, on: CalendarDate): boolean {
    return letsIn(soloId, siblingId, on, this.decisionsAbout(soloId));
  }

  plansOf(youngPersonId: string): readonly PlanOnFile[] {
    return this.plans.get(youngPersonId) ?? [];
  }

  /** Of the young person's family; `undefined` when it never had one. */
  casPlanOf(youngPersonId: string): CasPlanStatus | undefined {
    return this.casPlans.get(this.people.get(youngPersonId)?.familyId ?? '');
  }

  /** Nights of planned stays in a period, without the stay that is changed. */
  plannedNightsIn(period: Nights, youngPersonId: string, changesStayId: string | undefined): number {
    const key = [youngPersonId, changesStayId, period.from, period.to].join(' ');
    let count = this.planned.get(key);
    if (count === undefined) {
      count = this.awayOf(youngPersonId, changesStayId)
        .filter(({ kind }) => kind === 'planned')
        .reduce((sum, { nights }) => sum + countShared(nights, period), 0);
      this.planned.set(key, count);
    }
    return count;
  }

  /** Their nights away, without the stay that is changed. */
  private awayOf(youngPersonId: string, changesStayId: string | undefined): readonly NightsAway[] {
    const away = this.away.get(youngPersonId) ?? [];
    return changesStayId === undefined ? away : away.filter(({ stayId }) => stayId !== changesStayId);
  }

  /** The same, to be counted over any 12 months. */
  yearOf(youngPersonId: string, changesStayId: string | undefined): YearOfNights {
    const key = `${youngPersonId} ${changesStayId ?? ''}`;
    let year = this.years.get(key);
    if (!year) {
      year = new YearOfNights(this.awayOf(youngPersonId, changesStayId).map(({ nights }) => nights));
      this.years.set(key, year);
    }
    return year;
  }

  private decisionsAbout(youngPersonId: string): Pick<Diary, 'people' | 'soloDecisions'> {
    return { people: this.people, soloDecisions: this.soloDecisions.get(youngPersonId) ?? [] };
  }

  private enter(stay: DiaryStay): void {
    const nights = nightsTakenUp(stay, this.today);
    for (let month = firstOfMonth(nights.from); month < nights.to; month = firstOfNextMonth(month)) {
      const held = this.staysByMonth.get(month);
      if (held) held.push({ stay, nights });
      else this.staysByMonth.set(month, [{ stay, nights }]);
    }
  }

  private guestsOn(on: CalendarDate): Guest[] {
    const held = this.staysByMonth.get(firstOfMonth(on)) ?? [];
    return held
      .filter(({ nights }) => includesNight(nights, on))
      .map(({ stay }) => ({
        stayId: stay.id,
        youngPersonId: stay.youngPersonId,
        roomId: roomOn(stay.lodgings, on),
        needsSolo: this.needsSolo(stay, on),
        kind: stay.kind,
      }));
  }
}

function bothWaysRound(assessments: readonly Assessment[]): Map<string, Map<string, Assessment>> {
  const entries = assessments.flatMap((assessment) => {
    const [one, other] = assessment.youngPersonIds;
    return [[one, [other, assessment]] as const, [other, [one, assessment]] as const];
  });
  return new Map([...grouped(entries)].map(([youngPersonId, all]) => [youngPersonId, new Map(all)]));
}

function grouped<T>(entries: readonly (readonly [string, T])[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of entries) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
