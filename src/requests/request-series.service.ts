import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addDays, daysBetween } from '../domain/calendar-date';
import { spanOf, type Nights } from '../domain/nights';
import { whyNot } from '../domain/request-actions';
import { LONGEST_WINDOW } from '../domain/request';
import { sayDate } from '../domain/say-dates';
import { arrivalsOf, judgeInOrder, type Judged } from '../domain/series';
import { weekday } from '../domain/weekday';
import { Caseload } from '../people/caseload.service';
import type { Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import type { GivenDto } from '../platform/given.dto';
import { Misshapen, NotThere, Refused } from '../platform/problem';
import { UnitGate } from '../platform/unit-gate';
import { DiaryReader } from '../stays/diary.reader';
import { RequestAnswers } from './request-answers.service';
import type { NewSeriesDto } from './request.dto';
import { RequestSeriesRecord } from './request-series.entity';
import { RequestTidying } from './request-tidying.service';
import { RequestReader, type RequestOnFile } from './request.reader';
import { Requests } from './requests.service';

const MARGIN = 14;

export interface SeriesOnFile {
  readonly series: RequestSeriesRecord;
  readonly items: readonly SeriesItem[];
}

/** A date of a series that is not asked for yet. */
export interface SeriesDate extends Judged {
  readonly nights: Nights;
}

/** One date of a series; the judgement counts the dates before it that can be placed as booked. */
export interface SeriesItem extends Judged {
  readonly request: RequestOnFile;
  readonly nights: Nights;
  /** Why there is nothing to judge: it was answered, or the day is over. */
  readonly whyNot?: string;
}

/** Repeats: one ask, a request for each date, judged in order and agreed in one go. */
@Injectable()
export class RequestSeries {
  constructor(
    private readonly database: Database,
    private readonly gate: UnitGate,
    private readonly reader: RequestReader,
    private readonly requests: Requests,
    private readonly answers: RequestAnswers,
    private readonly tidying: RequestTidying,
    private readonly diaries: DiaryReader,
    private readonly caseload: Caseload,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotThere for young people a worker may not know of; Misshapen. */
  async ask(asked: NewSeriesDto, by: Person): Promise<SeriesOnFile> {
    const arrivals = this.arrivalsOf(asked);
    const familyId = await this.requests.familyOf(asked, by);
    const { unitId, nights, reason, urgency, everyWeeks, youngPersonIds } = asked;
    const common = { unitId, familyId, nights, reason, urgency };
    const id = randomUUID();
    await this.database.transaction(async (tx) => {
      await tx.insert(RequestSeriesRecord, {
        ...{ id, ...common, everyWeeks, weekday: weekday(asked.weekday) ?? 1 },
        ...{ fromOn: asked.from, untilOn: asked.until, requestedAt: this.clock.now() },
        ...{ requestedById: by.id, requestedByName: by.name },
      });
      for (const arrivesOn of arrivals) {
        const dates = { earliest: arrivesOn, latest: arrivesOn };
        const wishes = asked.wishes ?? [];
        await this.requests.write(tx, { ...common, ...dates, wishes, youngPersonIds, seriesId: id }, by);
      }
      const about = { action: 'request-series.made', unitId, subjectId: id, after: asked, reason };
      await this.audit.record(
        tx,
        by,
        ...youngPersonIds.map((youngPersonId) => ({ ...about, youngPersonId })),
      );
    });
    return this.one(id, by);
  }

  /** The same before it is asked: each date judged in order. @throws NotThere, Misshapen */
  async preview(asked: NewSeriesDto, by: Person): Promise<SeriesDate[]> {
    const spans = this.arrivalsOf(asked).map((from) => ({ from, to: addDays(from, asked.nights) }));
    return this.database.snapshot(async () => {
      await this.requests.familyOf(asked, by);
      const judgements = await this.judge(asked.unitId, spans, { wishes: [], ...asked });
      return spans.flatMap((nights, index) => {
        const judged = judgements[index];
        return judged ? [{ nights, ...judged }] : [];
      });
    });
  }

  /** @throws NotThere */
  async one(id: string, by: Person): Promise<SeriesOnFile> {
    return this.database.snapshot(async () => {
      const series = await this.visible(id, by);
      return { series, items: await this.judged(series) };
    });
  }

  /** Places all that can be placed; the rest stay open, and say why. @throws Refused when none can be. */
  async place(id: string, given: GivenDto, by: Person): Promise<SeriesOnFile> {
    const { unitId } = await this.visible(id, by);
    await this.gate.change(unitId, async (tx) => {
      await this.tidying.tidy(tx, unitId);
      const asked = (await this.inOrder(id)).filter((request) => !this.whyNot(request));
      if (asked.length === 0) throw new Refused('None of its requests is still to be answered.');
      const refusals: Refused[] = [];
      for (const request of asked) {
        const refusal = await this.tryPlacing(request, given, by);
        if (refusal) refusals.push(refusal);
      }
      if (refusals.length === asked.length)
        throw new Refused(
          'None of the dates can be placed.',
          refusals.flatMap(({ findings }) => findings),
        );
      const placed = asked.length - refusals.length;
      await this.audit.record(tx, by, {
        ...{ action: 'request-series.placed', unitId, subjectId: id },
        after: { placed, left: refusals.length },
      });
    });
    return this.one(id, by);
  }

  private async tryPlacing(
    request: RequestOnFile,
    given: GivenDto,
    by: Person,
  ): Promise<Refused | undefined> {
    try {
      await this.database.transaction((tx) => this.answers.placeAnew(tx, request, given, by));
      return undefined;
    } catch (error) {
      if (error instanceof Refused) return error;
      throw error;
    }
  }

  private async judged({ id, unitId }: RequestSeriesRecord): Promise<SeriesItem[]> {
    const items = (await this.inOrder(id)).map((request) => ({ request, nights: nightsOf(request) }));
    const open = items.filter(({ request }) => !this.whyNot(request));
    const spans = open.map(({ nights }) => nights);
    const judgements = await this.judge(unitId, spans, open[0]?.request);
    return items.map((item): SeriesItem => {
      const why = this.whyNot(item.request);
      const judged = judgements[open.indexOf(item)];
      if (judged) return { ...item, ...judged };
      const placeable = item.request.status === 'placed';
      return { ...item, placeable, findings: [], ...(why ? { whyNot: why } : {}) };
    });
  }

  private async judge(
    unitId: string,
    [first, ...others]: readonly Nights[],
    asked: Pick<RequestOnFile, 'youngPersonIds' | 'wishes'> | undefined,
  ): Promise<Judged[]> {
    if (!first || !asked) return [];
    const { youngPersonIds, wishes } = asked;
    const { from, to } = spanOf(first, ...others);
    const around = { from: addDays(from, -MARGIN), to: addDays(to, MARGIN) };
    const diary = await this.diaries.read(unitId, around, youngPersonIds);
    return judgeInOrder(youngPersonIds, [first, ...others], wishes, diary);
  }

  private async inOrder(seriesId: string): Promise<RequestOnFile[]> {
    const requests = await this.reader.list({ seriesId });
    return requests.sort((a, b) => (a.earliest < b.earliest ? -1 : 1));
  }

  /** Only what is open or waiting is still to be agreed; an offer waits for its own answer. */
  private whyNot(request: RequestOnFile): string | undefined {
    return whyNot('offer', request, this.requests.today);
  }

  private async visible(id: string, by: Person): Promise<RequestSeriesRecord> {
    const series = await this.database.manager.findOneBy(RequestSeriesRecord, { id });
    const own = await this.caseload.familyIds(by);
    if (!series || (own && !own.has(series.familyId)))
      throw new NotThere('There is no such series of requests.');
    return series;
  }

  private arrivalsOf({ from, until, everyWeeks, weekday: day }: NewSeriesDto): string[] {
    const { today } = this.requests;
    if (from < today)
      throw Misshapen.at('/from', `That day is over: the first that can be asked for is ${sayDate(today)}.`);
    if (until < from) throw Misshapen.at('/until', 'The last day must not be before the first.');
    if (daysBetween(from, until) > LONGEST_WINDOW)
      throw Misshapen.at('/until', `Ask for ${LONGEST_WINDOW} days or less at a time.`);
    const arrivals = arrivalsOf({ from, until, everyWeeks, weekday: weekday(day) ?? 1 });
    if (arrivals.length === 0)
      throw Misshapen.at('/until', 'There is no such day of the week between the first and the last day.');
    return arrivals;
  }
}

function nightsOf({ earliest, nights }: RequestOnFile): Nights {
  return { from: earliest, to: addDays(earliest, nights) };
}
