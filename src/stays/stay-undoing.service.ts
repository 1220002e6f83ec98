import { Injectable } from '@nestjs/common';
import { undoUntil, whyNotUndo, type Undoable } from '../domain/undoing';
import { READ_AND_DONE } from '../domain/rules/levels';
import { Clock } from '../platform/clock';
import { Refused } from '../platform/problem';
import type { Changer } from '../platform/row-version';
import { UnitGate } from '../platform/unit-gate';
import { givenBefore } from './given';
import { StayChanges } from './stay-changes.service';
import { StayMoves, type Reshaped } from './stay-moves.service';
import { StayRecords } from './stay-records.service';
import type { LodgedStay } from './stay.view';
import { UndoableChanges, type UndoableChange } from './undoable-changes.service';

/** What can be taken back of a stay now, and until when; or why nothing can. */
export type Undoing =
  { readonly action: Undoable; readonly until: Date; readonly whyNot?: never } | { readonly whyNot: string };

/** Takes back the latest change of a stay: the rules judge what was before like anything new. */
@Injectable()
export class StayUndoing {
  constructor(
    private readonly gate: UnitGate,
    private readonly changes: StayChanges,
    private readonly moves: StayMoves,
    private readonly records: StayRecords,
    private readonly undoable: UndoableChanges,
    private readonly clock: Clock,
  ) {}

  async of(stayId: string): Promise<Undoing> {
    const change = await this.undoable.latest(stayId);
    const whyNot = whyNotUndo(change, this.clock.now());
    return change && whyNot === undefined
      ? { action: change.action, until: undoUntil(change.madeAt) }
      : { whyNot: whyNot ?? '' };
  }

  /** Both stays of a swap. @throws NotThere; Refused, with findings when somebody else has the bed by now. */
  async undo(id: string, { by }: Changer): Promise<LodgedStay> {
    const { unitId } = (await this.records.one(id)).stay;
    return this.gate.change(unitId, async (tx) => {
      const changes = await this.together(id);
      const reshaped: Reshaped[] = [];
      for (const { stayId, before } of changes) {
        const { stay } = await this.records.one(stayId, tx);
        const { roomId, ...was } = before;
        const holdExpiresAt = was.holdExpiresAt && new Date(was.holdExpiresAt);
        const ended = { endedOn: null, endedBy: null, endedReason: null };
        reshaped.push({ stay: { ...stay, ...was, holdExpiresAt, ...ended }, ...(roomId ? { roomId } : {}) });
      }
      const [first] = reshaped;
      if (!first) throw new Refused('Nothing was changed here that can be taken back.');
      const given = await givenBefore(tx, first.stay, { acknowledged: [...READ_AND_DONE] });
      const judged = await this.moves.reshape(tx, reshaped, given, by);
      for (const stay of judged) await this.changes.save(tx, stay, by, { action: 'stay.undone' });
      await this.undoable.forget(
        tx,
        judged.map((stay) => stay.id),
      );
      return this.records.one(id, tx);
    });
  }

  /** @throws Refused when any of those that go back together cannot. */
  private async together(id: string): Promise<UndoableChange[]> {
    const change = await this.undoable.latest(id);
    const other = change?.withStayId ? await this.undoable.latest(change.withStayId) : undefined;
    const all = change?.withStayId ? [change, other] : [change];
    for (const each of all) {
      const why = whyNotUndo(each, this.clock.now());
      if (why) throw new Refused(why);
    }
    return all.flatMap((each) => each ?? []);
  }
}
