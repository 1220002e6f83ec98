import { Injectable } from '@nestjs/common';
import { unitsOfAsker } from '../platform/about/families-of';
import type { Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Database } from '../platform/database';
import { Jobs } from '../platform/jobs/jobs';
import { afterOf, limitOf, listing, type Listing } from '../platform/listing';
import { queueNotice } from '../platform/notices/notice-queue';
import { Notice } from '../platform/notices/notice.entity';
import { Sender } from '../platform/notices/sender';
import { NotThere, Refused } from '../platform/problem';
import { IN_STATE, whyNotAgain, type NoticeState } from './notice-state';
import type { NoticesQuery } from './outbox.dto';

/** Somebody may have entered an address since. */
const AS_NEW = `
  UPDATE notices SET attempts = 0, next_at = NULL, failed_at = NULL, kept_at = NULL, last_error = NULL,
    to_address = coalesce((SELECT email FROM accounts WHERE accounts.id = to_account_id), to_address)
  WHERE id = $1`;

/** What was written to whom, and what has become of it. */
@Injectable()
export class Outbox {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly audit: AuditTrail,
    private readonly sender: Sender,
  ) {}

  /** Newest first. */
  async list(query: NoticesQuery): Promise<Listing<Notice>> {
    const after = afterOf(query);
    const rows = this.ofOwnUnits();
    if (query.state) rows.andWhere(IN_STATE[query.state]);
    if (after) rows.andWhere('(notice.writtenAt, notice.id) < (:key::timestamptz, :id::uuid)', { ...after });
    rows
      .orderBy('notice.writtenAt', 'DESC')
      .addOrderBy('notice.id', 'DESC')
      .limit(limitOf(query) + 1);
    return listing(await rows.getMany(), query, ({ writtenAt }) => writtenAt.toISOString());
  }

  async count(state: NoticeState): Promise<number> {
    return this.ofOwnUnits().andWhere(IN_STATE[state]).getCount();
  }

  private ofOwnUnits() {
    const rows = this.database.manager.createQueryBuilder(Notice, 'notice');
    const ownUnits = unitsOfAsker();
    if (ownUnits) rows.where('notice.unitId = ANY(:ownUnits::uuid[])', { ownUnits });
    return rows;
  }

  /** @throws Refused when it has been sent, is about to be, or cannot be. */
  async sendAgain(id: string, by: Person): Promise<Notice> {
    return this.database.transaction(async (tx) => {
      const found = { where: { id }, lock: { mode: 'pessimistic_write' } } as const;
      const notice = await tx.findOne(Notice, found);
      if (!notice) throw new NotThere('There is no such notice.');
      const why = whyNotAgain(notice, this.sender.way);
      if (why) throw new Refused(why);
      await tx.query(AS_NEW, [id]);
      await queueNotice(this.jobs, tx, id);
      await this.audit.record(tx, by, { action: 'notice.sent-again', subjectId: id, unitId: notice.unitId });
      return tx.findOneByOrFail(Notice, { id });
    });
  }
}
