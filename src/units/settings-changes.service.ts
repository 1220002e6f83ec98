import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Database } from '../platform/database';
import { Misshapen } from '../platform/problem';
import { UnitGate } from '../platform/unit-gate';
import { settingsAfter } from './settings-change';
import { inForceOn, UnitSettingsRecord } from './unit-settings.entity';
import type { NewSettingsDto } from './unit.dto';

@Injectable()
export class SettingsChanges {
  constructor(
    private readonly database: Database,
    private readonly gate: UnitGate,
    private readonly audit: AuditTrail,
  ) {}

  /** Every record ever made, superseded ones too, in the order they were made. */
  async all(unitId: string): Promise<UnitSettingsRecord[]> {
    return this.database.manager.find(UnitSettingsRecord, {
      where: { unitId },
      order: { recordedAt: 'ASC', fromOn: 'ASC' },
    });
  }

  /**
   * Settings not named keep the value they have on that date. What one change writes is recorded at one instant.
   * @returns what holds from that date.
   */
  async change(unitId: string, asked: NewSettingsDto, by: Actor): Promise<UnitSettingsRecord> {
    const { from, reason = null } = asked;
    if (asked.ringFence && reason === null) throw Misshapen.at('/reason', 'Say why the ring-fence changes.');
    return this.gate.change(unitId, async (tx) => {
      const before = await tx.find(UnitSettingsRecord, { where: { unitId }, order: { recordedAt: 'ASC' } });
      const sets = settingsAfter(before, asked);
      const { identifiers } = await tx.insert(
        UnitSettingsRecord,
        sets.map((set) => ({
          ...set,
          reason,
          recordedByName: by.name,
          recordedAt: () => 'statement_timestamp()',
        })),
      );
      const ids = identifiers.map(({ id }) => id as string);
      const written = await tx.find(UnitSettingsRecord, { where: { id: In(ids) }, order: { fromOn: 'ASC' } });
      const entries = written.map((after) => ({
        action: 'settings.changed',
        unitId,
        subjectId: after.id,
        before: inForceOn(before, after.fromOn),
        after,
        reason,
      }));
      await this.audit.record(tx, by, ...entries);
      return inForceOn(written, from);
    });
  }
}
