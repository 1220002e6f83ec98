import { Injectable } from '@nestjs/common';
import { classifyBedNights, type BedNight } from '../domain/bed-nights';
import { emergencyFigures, type EmergencyFigures } from '../domain/emergency-figures';
import type { Nights } from '../domain/nights';
import { lateUnderDays, type UnitLedger } from '../domain/unit-ledger';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { EmergencyRecordsReader } from './emergency-records.reader';
import { LedgerReader } from './ledger.reader';

/** A period of a unit, every bed-night of it counted into its class. */
export interface Counted {
  readonly ledger: UnitLedger;
  readonly bedNights: readonly BedNight[];
}

export interface CountedWithEmergencies extends Counted {
  readonly emergencies: EmergencyFigures;
}

/** What became of a unit's bed-nights: one count for every report and page. */
@Injectable()
export class Reports {
  constructor(
    private readonly ledgers: LedgerReader,
    private readonly records: EmergencyRecordsReader,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws NotThere */
  async count(unitId: string, period: Nights): Promise<Counted> {
    const ledger = await this.ledgers.read(unitId, period);
    return { ledger, bedNights: classifyBedNights(ledger, period, lateUnderDays(ledger)) };
  }

  /** Both of one moment. @throws NotThere */
  async countWithEmergencies(unitId: string, period: Nights): Promise<CountedWithEmergencies> {
    return this.database.snapshot(async () => {
      const counted = await this.count(unitId, period);
      const records = await this.records.read(unitId, period);
      return { ...counted, emergencies: emergencyFigures(counted, records, period, this.clock.now()) };
    });
  }
}
