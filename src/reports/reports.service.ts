import { Injectable } from '@nestjs/common';
import { classifyBedNights, type BedNight } from '../domain/bed-nights';
import type { Nights } from '../domain/nights';
import { LedgerReader } from './ledger.reader';
import { lateUnderDays, type UnitLedger } from '../domain/unit-ledger';

/** A period of a unit, every bed-night of it counted into its class. */
export interface Counted {
  readonly ledger: UnitLedger;
  readonly bedNights: readonly BedNight[];
}

/** What became of a unit's bed-nights: one count for every report and page. */
@Injectable()
export class Reports {
  constructor(private readonly ledgers: LedgerReader) {}

  /** @throws NotThere */
  async count(unitId: string, period: Nights): Promise<Counted> {
    const ledger = await this.ledgers.read(unitId, period);
    return { ledger, bedNights: classifyBedNights(ledger, period, lateUnderDays(ledger)) };
  }
}
