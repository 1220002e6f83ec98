import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Account } from '../accounts/account.entity';
import { runsOutAt } from '../domain/calendar-feed';
import type { Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Letters } from '../platform/notices/letters';
import { Refused } from '../platform/problem';
import { CalendarFeed } from './calendar-feed.entity';

/** With the address, which nobody can say again. */
export interface NewFeed {
  readonly feed: CalendarFeed;
  readonly address: string;
}

const SECRET_BYTES = 32;

/** Everybody's own calendar address: one at a time, made, replaced and revoked by whom it is for. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly database: Database,
    private readonly letters: Letters,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The address that works; `null` without one, or after it ran out. */
  async of({ id: accountId }: Person): Promise<CalendarFeed | null> {
    const feed = await this.database.manager.findOneBy(CalendarFeed, { accountId, revokedAt: IsNull() });
    return feed && runsOutAt(feed.madeAt) > this.clock.now() ? feed : null;
  }

  /** The one before it, if any, works no longer. */
  async make(by: Person): Promise<NewFeed> {
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    return this.database.transaction(async (tx) => {
      // Two at once wait for each other, so that the later is the one left.
      await tx.findOneOrFail(Account, { where: { id: by.id }, lock: { mode: 'for_no_key_update' } });
      const madeAt = this.clock.now();
      const live = { accountId: by.id, revokedAt: IsNull() };
      const replaced = await tx.findOneBy(CalendarFeed, live);
      await tx.update(CalendarFeed, live, { revokedAt: madeAt });
      const feed = await tx.save(CalendarFeed, {
        ...{ accountId: by.id, secretHash: hashOf(secret), madeAt },
        ...{ lastUsedAt: null, notedAt: null, revokedAt: null },
      });
      const after = { madeAt, replacesId: replaced?.id ?? null };
      await this.audit.record(tx, by, { action: 'calendar-feed.made', subjectId: feed.id, after });
      return { feed, address: this.letters.addressOf(`/calendar/${secret}.ics`) };
    });
  }

  /** @throws Refused when there is none. */
  async revoke(by: Person): Promise<CalendarFeed> {
    return this.database.transaction(async (tx) => {
      const feed = await tx.findOne(CalendarFeed, {
        where: { accountId: by.id, revokedAt: IsNull() },
        lock: { mode: 'for_no_key_update' },
      });
      if (!feed) throw new Refused('You have no calendar address that could be revoked.');
      const revokedAt = this.clock.now();
      await tx.update(CalendarFeed, feed.id, { revokedAt });
      const after = { revokedAt };
      await this.audit.record(tx, by, { action: 'calendar-feed.revoked', subjectId: feed.id, after });
      return { ...feed, revokedAt };
    });
  }
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
