import { Injectable } from '@nestjs/common';
import { KeptAccounts } from '../accounts/kept-accounts.service';
import { feedPeriod, isToBeNoted, runsOutAt } from '../domain/calendar-feed';
import { icalendar } from '../domain/icalendar';
import { londonDate } from '../domain/london';
import { stayEvent } from '../domain/stay-event';
import type { Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { may } from '../platform/may';
import { Gone, NotThere } from '../platform/problem';
import { CalendarFeed } from './calendar-feed.entity';
import { hashOf } from './calendar-feeds.service';
import { CalendarStays } from './calendar-stays.reader';

/** What a calendar gets that comes with an address: what its account may know of at this moment. */
@Injectable()
export class FetchedFeeds {
  constructor(
    private readonly database: Database,
    private readonly accounts: KeptAccounts,
    private readonly stays: CalendarStays,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** It leaves only once its use is written down. @throws NotThere; Gone after it was revoked or ran out. */
  async fetch(secret: string): Promise<string> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const feed = await tx.findOne(CalendarFeed, {
        where: { secretHash: hashOf(secret) },
        lock: { mode: 'for_no_key_update' },
      });
      if (!feed) throw unknown();
      if (feed.revokedAt !== null || runsOutAt(feed.madeAt) <= now)
        throw new Gone('This calendar address works no longer. Sign in to make a new one.');
      const person = await this.whose(feed);
      const stays = await this.stays.of(person, feedPeriod(londonDate(now)));
      const isNoted = isToBeNoted(feed.notedAt, now);
      await tx.update(CalendarFeed, feed.id, { lastUsedAt: now, ...(isNoted ? { notedAt: now } : {}) });
      if (isNoted)
        await this.audit.record(tx, person, {
          ...{ action: 'calendar-feed.fetched', subjectId: feed.id, after: { stays: stays.length } },
        });
      return icalendar('Short breaks', stays.map(stayEvent));
    });
  }

  /** @throws NotThere once the account is closed, or its role no longer lets it. */
  private async whose({ accountId }: CalendarFeed): Promise<Person> {
    const person = await this.accounts.inUse(accountId);
    if (!person || !may(person.role, 'follow stays in a calendar')) throw unknown();
    return person;
  }
}

function unknown(): NotThere {
  return new NotThere('There is no calendar at this address.');
}
