import { Injectable } from '@nestjs/common';
import { londonInstant } from '../domain/london';
import type { Person } from '../platform/actor';
import { beforeOf, entriesPage } from '../platform/audit/audit-cursor';
import { AuditReader, type Recorded } from '../platform/audit/audit-reader';
import { Database } from '../platform/database';
import { limitOf, type Listing } from '../platform/listing';
import { may } from '../platform/may';
import { isId } from '../platform/sent-form';
import type { AuditQuery } from './audit.dto';
import { withheld } from './withheld';

/** Among accounts, whoever is called so; a few are enough to be told apart by more words. */
const CALLED = `
  SELECT id FROM accounts WHERE strpos(searchable(name), searchable($1)) > 0 OR username = $1 ORDER BY name LIMIT 50`;

/** The audit trail as its readers may read it. */
@Injectable()
export class AuditEntries {
  constructor(
    private readonly reader: AuditReader,
    private readonly database: Database,
  ) {}

  async list(query: AuditQuery, by: Person): Promise<Listing<Recorded>> {
    const { youngPersonId, action, actor, from, to } = query;
    const rows = await this.reader.find(
      {
        youngPersonId,
        action,
        actorIds: actor ? await this.called(actor) : undefined,
        since: from ? londonInstant(from, '00:00') : undefined,
        until: to ? londonInstant(to, '00:00') : undefined,
        beforeId: beforeOf(query),
        limit: limitOf(query) + 1,
      },
      by,
    );
    return entriesPage(may(by.role, 'know who stays') ? rows : rows.map(withheld), query);
  }

  private async called(actor: string): Promise<readonly string[]> {
    if (isId(actor)) return [actor];
    return (await this.database.rows<{ id: string }>(CALLED, [actor])).map(({ id }) => id);
  }
}
