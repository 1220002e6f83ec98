import { Injectable } from '@nestjs/common';
import type { Nights } from '../domain/nights';
import { LedgerReader } from '../reports/ledger.reader';
import { yearFigures, type YearFigures } from './board-head.view';

const MOST_KEPT = 500;

interface Kept {
  readonly of: string;
  readonly figures: Promise<YearFigures>;
}

/** The contract year so far, reckoned once for each stamp of a unit's diary: every board of it shows the same. */
@Injectable()
export class BoardYear {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly ledgers: LedgerReader) {}

  /** @param stamp what the diary was at: another makes other figures. @throws NotThere */
  async of(unitId: string, stamp: string, yearSoFar: Nights): Promise<YearFigures> {
    const of = [stamp, yearSoFar.from, yearSoFar.to].join(' ');
    const known = this.kept.get(unitId);
    if (known?.of === of) return known.figures;
    const figures = this.ledgers.read(unitId, yearSoFar).then((ledger) => yearFigures(ledger, yearSoFar));
    this.kept.delete(unitId);
    this.kept.set(unitId, { of, figures });
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest) this.kept.delete(oldest);
    figures.catch(() => {
      if (this.kept.get(unitId)?.figures === figures) this.kept.delete(unitId);
    });
    return figures;
  }
}
