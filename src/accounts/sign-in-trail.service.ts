import { Injectable } from '@nestjs/common';
import type { Actor, Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { RefusalsCounted } from '../platform/audit/refusals-counted';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';

/** Whoever only says who they are. */
const NOBODY: Actor = { id: null, name: 'Nobody signed in', role: 'system' };

/** Who signed in and out, and at whose account somebody was turned away; never what was typed: it may be a password. */
@Injectable()
export class SignInTrail {
  private readonly counted = new RefusalsCounted();

  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async signedIn(person: Person): Promise<void> {
    const entry = { action: 'person.signed-in', subjectId: person.id };
    await this.database.apart((manager) => this.audit.record(manager, person, entry));
  }

  async signedOut(person: Person): Promise<void> {
    const entry = { action: 'person.signed-out', subjectId: person.id };
    await this.database.apart((manager) => this.audit.record(manager, person, entry));
  }

  /** @param accountId `undefined` when no account is called so. */
  async refused(accountId: string | undefined): Promise<void> {
    const times = this.counted.next(accountId ?? '', this.clock.now().getTime());
    if (times === 0) return;
    const about = { subjectId: accountId ?? null, after: times > 1 ? { times } : null };
    await this.database.apart((manager) =>
      this.audit.record(manager, NOBODY, { action: 'sign-in.refused', ...about }),
    );
  }
}
