import { Injectable } from '@nestjs/common';
import { Assessments } from '../compatibility/assessments.service';
import { pairsInTheWay } from '../domain/assessments-worth';
import { addDays } from '../domain/calendar-date';
import { compatibilityMap, nightsHangingByPerson, type PairOnMap } from '../domain/compatibility-map';
import type { Diary } from '../domain/diary';
import { fullName } from '../domain/full-name';
import { londonDate } from '../domain/london';
import { shareANight, type Nights } from '../domain/nights';
import { nightsAtOdds } from '../domain/nights-at-odds';
import { nightsTakenUp } from '../domain/overdue';
import { People } from '../people/people.service';
import type { YoungPerson } from '../people/young-person.entity';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { MOST_PROPOSALS, RequestProposals } from '../requests/request-proposals.service';
import { RequestReader, type RequestOnFile } from '../requests/request.reader';
import { DiaryReader } from '../stays/diary.reader';
import { AgreedPlans } from './agreed-plans.reader';

const REASONS = ['stay', 'request', 'plan'] as const;
/** Why somebody is likely to come. */
export type Reason = (typeof REASONS)[number];

export interface LikelyGuest {
  readonly youngPerson: YoungPerson;
  readonly because: readonly Reason[];
  readonly nightsHanging: number;
}

export interface MapOfUnit {
  readonly period: Nights;
  /** Those whom most nights hang on first, then by name. */
  readonly guests: readonly LikelyGuest[];
  readonly pairs: readonly PairOnMap[];
  /** Requests nobody searched dates for: they wait behind the oldest. */
  readonly requestsLeftOut: number;
}

const DAYS = 7;

/** Who is likely to meet in a unit, how each two stand, and which nights hang on it. */
@Injectable()
export class CompatibilityMaps {
  constructor(
    private readonly database: Database,
    private readonly diaries: DiaryReader,
    private readonly requests: RequestReader,
    private readonly proposals: RequestProposals,
    private readonly plans: AgreedPlans,
    private readonly assessments: Assessments,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** @throws NotThere */
  async of(unitId: string, weeks: number): Promise<MapOfUnit> {
    const today = londonDate(this.clock.now());
    const period = { from: today, to: addDays(today, weeks * DAYS) };
    return this.database.snapshot(async () => {
      const diary = await this.diaries.read(unitId, period, []);
      const asked = await this.unanswered(unitId, period);
      const reasons = await this.reasons(unitId, period, diary, asked);
      const people = await this.people.byIds([...reasons.keys()]);
      const assessments = await this.assessments.inForceAmong([...reasons.keys()]);
      const pairs = compatibilityMap({
        people,
        assessments: assessments.map(({ firstYoungPersonId, secondYoungPersonId, ...each }) => ({
          ...each,
          youngPersonIds: [firstYoungPersonId, secondYoungPersonId],
        })),
        blocked: pairsInTheWay(await this.proposals.of(asked)),
        atOdds: nightsAtOdds(diary, period),
        today,
      });
      return {
        ...{ period, pairs, guests: inOrder(people, reasons, pairs) },
        requestsLeftOut: Math.max(0, asked.length - MOST_PROPOSALS),
      };
    });
  }

  /** Requests that wait for an answer and could have a night in the period. */
  private async unanswered(unitId: string, { from, to }: Nights): Promise<RequestOnFile[]> {
    const unanswered = [
      ...(await this.requests.list({ unitId, status: 'open' })),
      ...(await this.requests.list({ unitId, status: 'waiting' })),
    ];
    return unanswered.filter(({ earliest, latest, nights }) =>
      shareANight({ from: earliest, to: addDays(latest, nights) }, { from, to }),
    );
  }

  private async reasons(
    unitId: string,
    period: Nights,
    diary: Diary,
    asked: readonly RequestOnFile[],
  ): Promise<ReadonlyMap<string, readonly Reason[]>> {
    const ahead = diary.stays.filter(
      (stay) => stay.status !== 'completed' && shareANight(nightsTakenUp(stay, diary.today), period),
    );
    const found: Readonly<Record<Reason, readonly string[]>> = {
      stay: ahead.map(({ youngPersonId }) => youngPersonId),
      request: asked.flatMap(({ youngPersonIds }) => youngPersonIds),
      plan: await this.plans.youngPeopleOn(unitId, period),
    };
    const everybody = [...new Set(REASONS.flatMap((reason) => found[reason]))];
    return new Map(everybody.map((id) => [id, REASONS.filter((reason) => found[reason].includes(id))]));
  }
}

function inOrder(
  people: readonly YoungPerson[],
  reasons: ReadonlyMap<string, readonly Reason[]>,
  pairs: readonly PairOnMap[],
): LikelyGuest[] {
  const hanging = nightsHangingByPerson(pairs);
  return people
    .map((youngPerson) => ({
      youngPerson,
      because: reasons.get(youngPerson.id) ?? [],
      nightsHanging: hanging.get(youngPerson.id) ?? 0,
    }))
    .sort((a, b) => b.nightsHanging - a.nightsHanging || byName(a.youngPerson, b.youngPerson));
}

function byName(a: YoungPerson, b: YoungPerson): number {
  return fullName(a).localeCompare(fullName(b), 'en-GB') || (a.id < b.id ? -1 : 1);
}
