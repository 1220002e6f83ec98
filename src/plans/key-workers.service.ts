import { Injectable } from '@nestjs/common';
import { Account } from '../accounts/account.entity';
import type { Person } from '../platform/actor';
import { Database } from '../platform/database';
import { Misshapen } from '../platform/problem';

/** Whoever holds the family's plan; after it is closed, whoever held it last. */
const OF_FAMILY = `
  SELECT accounts.id, name FROM (
    SELECT key_worker_id FROM cas_plans WHERE family_id = $1
    ORDER BY status = 'closed', starts_on DESC, recorded_at DESC LIMIT 1) AS latest
  JOIN accounts ON accounts.id = key_worker_id`;

/** Who may hold a family's plan: the CAS workers, and whoever gives it to themselves. */
@Injectable()
export class KeyWorkers {
  constructor(private readonly database: Database) {}

  /** By name. */
  async all(): Promise<Pick<Account, 'id' | 'name'>[]> {
    const workers = { where: { role: 'worker' as const }, order: { name: 'ASC' as const } };
    return this.database.manager.find(Account, { ...workers, select: { id: true, name: true } });
  }

  async ofFamily(familyId: string): Promise<Pick<Account, 'id' | 'name'> | undefined> {
    const [keyWorker] = await this.database.rows<Pick<Account, 'id' | 'name'>>(OF_FAMILY, [familyId]);
    return keyWorker;
  }

  /** @throws Misshapen */
  async refuseOthers(keyWorkerId: string, by: Person): Promise<void> {
    if (keyWorkerId === by.id) return;
    const isWorker = await this.database.manager.existsBy(Account, { id: keyWorkerId, role: 'worker' });
    if (!isWorker) throw Misshapen.at('/keyWorkerId', 'Choose a CAS worker: only they hold plans.');
  }
}
