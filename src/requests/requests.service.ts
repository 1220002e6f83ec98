import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { daysBetween } from '../domain/calendar-date';
import type { DateOffer } from '../domain/date-search';
import { londonDate } from '../domain/london';
import { LONGEST_WINDOW } from '../domain/request';
import { sayDate } from '../domain/say-dates';
import { weekday } from '../domain/weekday';
import { Caseload } from '../people/caseload.service';
import { People } from '../people/people.service';
import { unitsOf } from '../platform/about/families-of';
import type { Actor, Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { afterOf, limitOf, listing, type Listing } from '../platform/listing';
import { Misshapen } from '../platform/problem';
import { Placements } from '../stays/placements.service';
import { Units } from '../units/units.service';
import { leftOutOf } from './left-out';
import { RequestChanges } from './request-changes.service';
import type { NewRequestDto, RequestQuery } from './request.dto';
import { BreakRequest } from './request.entity';
import { RequestReader, type RequestOnFile } from './request.reader';

const YOUNG_PEOPLE = `
  INSERT INTO request_young_people (request_id, young_person_id, position)
  SELECT $1, id, position FROM unnest($2::uuid[]) WITH ORDINALITY AS asked(id, position)`;

/** Who asks and what they then know: asking, the queue, one request, and which dates work for it. */
@Injectable()
export class Requests {
  constructor(
    private readonly database: Database,
    private readonly reader: RequestReader,
    private readonly changes: RequestChanges,
    private readonly placements: Placements,
    private readonly people: People,
    private readonly caseload: Caseload,
    private readonly units: Units,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotThere for young people a worker may not know of; Misshapen. */
  async ask(asked: NewRequestDto, by: Person): Promise<RequestOnFile> {
    this.refuseImpossibleWindow(asked);
    const familyId = await this.familyOf(asked, by);
    const id = await this.database.transaction((tx) => this.write(tx, { ...asked, familyId }, by));
    return this.reader.one(id);
  }

  /** The one family of everybody asked for. @throws NotThere, Misshapen */
  async familyOf(
    asked: Pick<NewRequestDto, 'unitId' | 'youngPersonIds' | 'mayLeaveOut'>,
    by: Person,
  ): Promise<string> {
    const { unitId, youngPersonIds } = asked;
    refuseImpossibleGroup(asked);
    await this.caseload.refuseStrangersAmong(youngPersonIds, by);
    await this.units.one(unitId);
    const [first, ...others] = await this.people.byIds(youngPersonIds);
    if (!first) throw Misshapen.at('/youngPersonIds', 'Name at least one young person.');
    const stranger = others.findIndex(({ familyId }) => familyId !== first.familyId);
    if (stranger >= 0)
      throw Misshapen.at(
        `/youngPersonIds/${stranger + 1}`,
        'A request is for one family: make another request for this young person.',
      );
    return first.familyId;
  }

  /** @returns the id of the new request. */
  async write(tx: EntityManager, asked: Writing, by: Actor): Promise<string> {
    const { unitId, familyId, youngPersonIds, nights, earliest, latest, reason, urgency } = asked;
    const id = randomUUID();
    const now = this.clock.now();
    const askedBy = asked.lost?.askedBy ?? by;
    await tx.insert(BreakRequest, {
      ...{ id, unitId, familyId, nights, earliest, latest, reason, urgency },
      seriesId: asked.seriesId ?? null,
      weekdays: [...new Set((asked.weekdays ?? []).flatMap((day) => weekday(day) ?? []))].sort(),
      wishes: asked.wishes ?? [],
      mayLeaveOut: asked.mayLeaveOut ?? [],
      ...(asked.lost ? { displacedBefore: true, status: 'waiting', waitingSince: now } : {}),
      requestedAt: now,
      requestedById: askedBy.id,
      requestedByName: askedBy.name,
    });
    await tx.query(YOUNG_PEOPLE, [id, youngPersonIds]);
    const about = { action: 'request.made', unitId, subjectId: id, after: asked, reason };
    await this.audit.record(tx, by, ...youngPersonIds.map((youngPersonId) => ({ ...about, youngPersonId })));
    return id;
  }

  /** Who asked first first; a worker sees the requests of their families only. */
  async list(query: RequestQuery, by: Person): Promise<Listing<RequestOnFile>> {
    const after = afterOf(query);
    return this.database.snapshot(async () => {
      const own = await this.caseload.familyIds(by);
      const { status, unitId, familyId } = query;
      const asked = familyId ? [familyId] : undefined;
      const familyIds = own ? (asked ?? [...own]).filter((id) => own.has(id)) : asked;
      const asking = { status, unitId, familyIds, after, ownUnits: unitsOf(by) ?? undefined };
      const rows = await this.reader.list({ ...asking, limit: limitOf(query) + 1 });
      return listing(rows, query, ({ requestedAt }) => requestedAt.toISOString());
    });
  }

  /** @throws NotThere */
  async one(id: string, by: Person): Promise<RequestOnFile> {
    return this.database.snapshot(() => this.changes.visible(id, by));
  }

  /** Which dates work for everybody asked for, or without some: those that do first, best first. @throws NotThere, Misshapen */
  async dates(id: string, by: Person, leaveOut?: readonly string[]): Promise<DateOffer[]> {
    return this.database.snapshot(async () => {
      const request = await this.changes.visible(id, by);
      return this.datesFor(request, leftOutOf(request, leaveOut));
    });
  }

  /** The same before it is asked. @throws NotThere for young people a worker may not know of; Misshapen. */
  async datesAsked(asked: NewRequestDto, by: Person): Promise<DateOffer[]> {
    this.refuseImpossibleWindow(asked);
    return this.database.snapshot(async () => {
      await this.familyOf(asked, by);
      const weekdays = (asked.weekdays ?? []).flatMap((day) => weekday(day) ?? []);
      return this.datesFor({ ...asked, weekdays, wishes: asked.wishes ?? [] });
    });
  }

  async datesFor(request: Searched, leaveOut: readonly string[] = []): Promise<DateOffer[]> {
    const { unitId, youngPersonIds, nights, earliest, latest, weekdays, wishes } = request;
    return this.placements.search({
      ...{ unitId, nights, earliest, latest },
      youngPersonIds: youngPersonIds.filter((youngPersonId) => !leaveOut.includes(youngPersonId)),
      leftOut: leaveOut,
      weekdays: [...weekdays],
      wishes: [...wishes],
    });
  }

  get today(): string {
    return londonDate(this.clock.now());
  }

  private refuseImpossibleWindow({ earliest, latest }: NewRequestDto): void {
    if (latest < earliest)
      throw Misshapen.at('/latest', 'The latest arrival must not be before the earliest.');
    if (daysBetween(earliest, latest) > LONGEST_WINDOW)
      throw Misshapen.at('/latest', `Ask for a window of ${LONGEST_WINDOW} days or less.`);
    if (latest < this.today)
      throw Misshapen.at(
        '/latest',
        `That day is over: the first day of arrival can be ${sayDate(this.today)}.`,
      );
  }
}

type Searched = Pick<
  RequestOnFile,
  'unitId' | 'youngPersonIds' | 'nights' | 'earliest' | 'latest' | 'weekdays' | 'wishes'
>;

type Writing = NewRequestDto & {
  readonly familyId: string;
  readonly seriesId?: string;
  /** The stays an emergency took, and for whom this is asked: it waits at once, first in the queue. */
  readonly lost?: { readonly stayIds: readonly string[]; readonly askedBy: Pick<Actor, 'id' | 'name'> };
};

function refuseImpossibleGroup({
  youngPersonIds,
  mayLeaveOut = [],
}: Pick<NewRequestDto, 'youngPersonIds' | 'mayLeaveOut'>): void {
  const repeated = youngPersonIds.findIndex((id, index) => youngPersonIds.indexOf(id) < index);
  if (repeated >= 0) throw Misshapen.at(`/youngPersonIds/${repeated}`, 'Name each young person once.');
  const stranger = mayLeaveOut.findIndex((id) => !youngPersonIds.includes(id));
  if (stranger >= 0)
    throw Misshapen.at(`/mayLeaveOut/${stranger}`, 'Only somebody asked for can be left out.');
  if (youngPersonIds.every((id) => mayLeaveOut.includes(id)))
    throw Misshapen.at('/mayLeaveOut', 'Not everybody can be left out.');
}
