import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { londonDate } from '../domain/london';
import { whyNot, type RequestActionName } from '../domain/request-actions';
import { Caseload } from '../people/caseload.service';
import type { Actor } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { NotThere, Refused, Stale } from '../platform/problem';
import type { Changer } from '../platform/row-version';
import { UnitGate } from '../platform/unit-gate';
import { RequestTidying } from './request-tidying.service';
import { BreakRequest } from './request.entity';
import { RequestReader, type RequestOnFile } from './request.reader';

type Changed = Partial<
  Pick<
    BreakRequest,
    | 'status'
    | 'waitingSince'
    | 'answerCode'
    | 'answerWords'
    | 'answeredAt'
    | 'answeredByName'
    | 'mayLeaveOut'
    | 'displacedBefore'
    | 'earliest'
    | 'latest'
    | 'urgency'
  >
>;

/** The one way a request changes: under its unit's lock, at the version that was read, when its state allows. */
@Injectable()
export class RequestChanges {
  constructor(
    private readonly gate: UnitGate,
    private readonly reader: RequestReader,
    private readonly tidying: RequestTidying,
    private readonly caseload: Caseload,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotThere for a request there is none of, or not of this worker's families. */
  async visible(id: string, by: Actor): Promise<RequestOnFile> {
    const request = await this.reader.one(id);
    const own = await this.caseload.familyIds(by);
    if (own && !own.has(request.familyId)) throw new NotThere('There is no such request.');
    return request;
  }

  /** @throws NotThere, Stale (412), Refused saying why not. */
  async change(
    id: string,
    action: RequestActionName,
    { by, readAt }: Changer,
    work: (tx: EntityManager, request: RequestOnFile) => Promise<void>,
  ): Promise<RequestOnFile> {
    const { unitId } = await this.visible(id, by);
    return this.gate.change(unitId, async (tx) => {
      await this.tidying.tidy(tx, unitId);
      const request = await this.reader.one(id);
      if (readAt !== undefined && readAt !== request.version)
        throw new Stale('Read the request again, look at what changed, and decide anew.');
      const why = whyNot(action, request, londonDate(this.clock.now()));
      if (why) throw new Refused(why);
      await work(tx, request);
      return this.reader.one(id);
    });
  }

  async save(
    tx: EntityManager,
    request: RequestOnFile,
    changed: Changed,
    by: Actor,
    said: { readonly action: string; readonly reason?: string | null; readonly also?: object },
  ): Promise<void> {
    const { id, unitId, version } = request;
    await tx.update(BreakRequest, { id }, { ...changed, version: version + 1 });
    const { action, reason = null, also = {} } = said;
    await this.audit.record(
      tx,
      by,
      ...request.youngPersonIds.map((youngPersonId) => ({
        ...{ action, reason, unitId, youngPersonId, subjectId: id },
        before: { status: request.status },
        after: { ...changed, ...also },
      })),
    );
  }
}
