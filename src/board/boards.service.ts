import { Injectable } from '@nestjs/common';
import { board, type Board } from '../domain/board';
import { conflictsAndUnjudgedIn, type Conflict } from '../domain/conflicts';
import type { Nights } from '../domain/nights';
import { LedgerReader } from '../reports/ledger.reader';
import { lateUnderDays, placesOn, type UnitLedger } from '../domain/unit-ledger';
import { DiaryReader } from '../stays/diary.reader';

/** A board with what it was made of. */
export interface ShownBoard {
  readonly ledger: UnitLedger;
  readonly board: Board;
  readonly conflicts: readonly Conflict[];
  /** Pairs booked together whom nobody has judged. */
  readonly unjudged: readonly Conflict[];
}

/** Rooms and nights of a unit: what each bed-night is, and what a manager must settle. */
@Injectable()
export class Boards {
  constructor(
    private readonly ledgers: LedgerReader,
    private readonly diaries: DiaryReader,
  ) {}

  /** @throws NotThere */
  async show(unitId: string, period: Nights): Promise<ShownBoard> {
    const [ledger, diary] = await Promise.all([
      this.ledgers.read(unitId, period),
      this.diaries.read(unitId, period, []),
    ]);
    const { conflicts, unjudged } = conflictsAndUnjudgedIn(diary, period.from, period.to);
    return {
      ...{ ledger, conflicts, unjudged },
      board: board(ledger, period, conflicts, placesOn(ledger), lateUnderDays(ledger)),
    };
  }
}
