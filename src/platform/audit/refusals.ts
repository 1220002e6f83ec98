import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { About } from '../about/about';
import { givenIds } from '../about/given-ids';
import { Subjects } from '../about/subjects';
import { Clock } from '../clock';
import type { SaidNo } from '../request-context';
import type { AuditEntry } from './audit-trail';
import { unitOf } from './looks';
import { RefusalsCounted } from './refusals-counted';
import { routeOf } from './route';

const NO = [403, 404, 409];

/** There is nothing by the ids that were given, so there was nothing to refuse. */
function isOfNothing({ isThere, unitIds, youngPersonIds }: About & { readonly isThere: boolean }): boolean {
  return !isThere && unitIds.length === 0 && youngPersonIds.length === 0;
}

/** What was refused to somebody signed in: by their role, by whose it is, or by the rules. */
@Injectable()
export class Refusals {
  private readonly counted = new RefusalsCounted();

  constructor(
    private readonly subjects: Subjects,
    private readonly clock: Clock,
  ) {}

  /** An answer told a second time under the same key refuses nothing anew. */
  isDue(request: Request, response: Response): boolean {
    return (
      NO.includes(response.statusCode) &&
      request.route !== undefined &&
      !response.hasHeader('Idempotent-Replay')
    );
  }

  async entriesOf(request: Request, status: number, no: SaidNo | undefined): Promise<AuditEntry[]> {
    const about = await this.aboutOf(request);
    if (status === 404 && isOfNothing(about)) return [];
    const route = routeOf(request);
    const times = this.counted.next(`${request.person?.id} ${route}`, this.clock.now().getTime());
    if (times === 0) return [];
    const said = no?.status === status ? no : undefined;
    const codes = [...new Set((said?.findings ?? []).map(({ code }) => code))];
    const { id } = request.params;
    const entry: AuditEntry = {
      action: 'access.refused',
      unitId: unitOf(about),
      subjectId: typeof id === 'string' && about.isThere ? id : null,
      after: {
        ...{ route, status },
        ...(codes.length > 0 ? { findings: codes } : {}),
        ...(times > 1 ? { times } : {}),
      },
      reason: said?.detail ?? null,
    };
    if (about.youngPersonIds.length === 0) return [entry];
    return about.youngPersonIds.map((youngPersonId) => ({ ...entry, youngPersonId }));
  }

  private async aboutOf(request: Request): Promise<About & { readonly isThere: boolean }> {
    const at = await this.subjects.of(request);
    const given = await this.subjects.given(givenIds(request.query, request.body));
    return {
      isThere: at !== undefined,
      unitIds: at?.unitIds.length ? at.unitIds : given.unitIds,
      familyIds: at?.familyIds ?? [],
      youngPersonIds: [...new Set([...(at?.youngPersonIds ?? []), ...given.youngPersonIds])],
    };
  }
}
