import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { contractYearSoFar } from '../domain/contract-year';
import { initialsOf } from '../domain/initials';
import { includesNight } from '../domain/nights';
import { Outbox } from '../outbox/outbox.service';
import { People } from '../people/people.service';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import type { Finding } from '../domain/findings';
import { namedIn } from '../platform/finding-card.view';
import type { FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import type { Stay } from '../stays/stay.entity';
import type { ChosenUnit } from '../units/unit-choice.service';
import type { Reader } from './bed-words';
import type { Drawn } from './board-page.view';
import { boardPeriod, type BoardPeriod } from './board-period';
import { BoardStamp } from './board-stamp.service';
import { BoardSides } from './board-sides.service';
import { BoardYear } from './board-year.service';
import { Boards, type ShownBoard } from './boards.service';
import type { InHand } from './chosen-stay.view';
import { ChosenStays } from './chosen-stays.service';
import { doingIn } from './doing';
import { noticeOf } from '../domain/stay-action-words';

/** What came of a change that was not made: what to mend, and what the rules say. */
interface NotDone {
  readonly errors: readonly FieldError[];
  readonly findings: readonly Finding[];
}

const NOTHING: NotDone = { errors: [], findings: [] };

/** Everything the board's page needs, gathered for the person who looks. */
@Injectable()
export class BoardDesk {
  constructor(
    private readonly boards: Boards,
    private readonly stamp: BoardStamp,
    private readonly people: People,
    private readonly outbox: Outbox,
    private readonly chosen: ChosenStays,
    private readonly sides: BoardSides,
    private readonly year: BoardYear,
  ) {}

  async lay(
    { unit, contracts }: ChosenUnit,
    sent: SentForm,
    by: Person,
    notDone: NotDone = NOTHING,
  ): Promise<Drawn> {
    // Before anything it is the stamp of: whatever changes meanwhile makes another.
    const { stamp, today } = await this.stamp.now(unit.id);
    const period = boardPeriod(sent, today);
    const yearSoFar = contractYearSoFar(contracts, today, includesNight(period, today) ? today : period.from);
    const [shown, year, unsent, side, inHand] = await Promise.all([
      this.boards.show(unit.id, period),
      yearSoFar && this.year.of(unit.id, stamp, yearSoFar),
      may(by.role, 'look at the outbox') ? this.outbox.count('failed') : 0,
      may(by.role, 'know who stays') ? this.sides.of(unit.id) : undefined,
      this.inHand(unit.id, period, sent, by, notDone),
    ]);
    const alsoOn = inHand ? [inHand.chosen.lodged.stay] : [];
    return {
      ...{ shown, period, year, unsent, inHand, stamp, side },
      notice: inHand && doneWords(typed(sent, 'done')),
      reader: await this.readerOf(shown, by, alsoOn),
    };
  }

  /** Only whoever may change the diary takes a stay in hand. */
  private async inHand(
    unitId: string,
    period: BoardPeriod,
    sent: SentForm,
    { role }: Person,
    { errors, findings }: NotDone,
  ): Promise<InHand | undefined> {
    const stayId = typed(sent, 'stay');
    if (!stayId || !may(role, 'change the diary')) return undefined;
    return {
      chosen: await this.chosen.choose(stayId, unitId, doingIn(sent), period),
      ...{ sent, errors, findings, key: typed(sent, 'key') || randomUUID() },
      names: await this.people.namesOf(namedIn(findings)),
      mayAuthorise: may(role, 'authorise findings'),
    };
  }

  private async readerOf(
    shown: ShownBoard,
    { role }: Person,
    alsoOn: readonly Pick<Stay, 'id' | 'youngPersonId'>[],
  ): Promise<Reader> {
    const rights = {
      mayBook: may(role, 'change the diary'),
      mayOpenStays: may(role, 'look at stays'),
      mayReadCost: may(role, 'read occupancy and cost'),
    };
    if (!may(role, 'know who stays')) return { ...rights, initials: new Map() };
    const ids = staysOn(shown);
    const stays = [...shown.ledger.stays.filter(({ id }) => ids.has(id)), ...alsoOn];
    const names = await this.people.namesOf(stays.map(({ youngPersonId }) => youngPersonId));
    const initials = stays.map(
      ({ id, youngPersonId }) => [id, initialsOf(names.get(youngPersonId) ?? '')] as const,
    );
    return { ...rights, initials: new Map(initials) };
  }
}

function doneWords(done: string): string | undefined {
  return done === 'undoing' ? 'It is as it was before.' : noticeOf(done);
}

function staysOn({ board, conflicts, unjudged }: ShownBoard): ReadonlySet<string> {
  const beds = board.rooms.flatMap(({ nights }) => nights);
  const inBeds = beds.flatMap((bed) => ('stayId' in bed ? [bed.stayId] : []));
  return new Set([...inBeds, ...[...conflicts, ...unjudged].flatMap(({ stayIds }) => stayIds)]);
}
