import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, laterOf, type CalendarDate } from '../domain/calendar-date';
import type { Diary, Lodging, ProposedStay } from '../domain/diary';
import { mayPlace } from '../domain/findings';
import { lodgingsOn } from '../domain/lodgings';
import { shareANight, spanOf, type Nights } from '../domain/nights';
import { assess, type Placement } from '../domain/placement';
import { planIdFor } from '../domain/short-break-plan';
import type { Sibling } from '../domain/siblings';
import type { Person } from '../platform/actor';
import { Refused } from '../platform/problem';
import type { GivenDto } from '../platform/given.dto';
import { refuseUnlessPlaceable, type AuthorisedBefore } from '../platform/refuse-unless-placeable';
import { bedUsesOf, rewriteBedUses, standingOn, type BedUse } from './bed-uses';
import { DiaryReader } from './diary.reader';
import { keepAuthorisations, refuseUnauthorised } from './given';
import { soloWhereAlone } from './nobody-beside';
import { StaySiblings } from './stay-siblings.reader';
import { Stay } from './stay.entity';

const MARGIN = 14;

/** A stay as it would become. */
export interface Reshaped {
  readonly stay: Stay;
  readonly roomId?: string;
}

/** Where a stay lodges, judged anew and written: nights that are over keep the room they had. */
@Injectable()
export class StayMoves {
  constructor(
    private readonly reader: DiaryReader,
    private readonly siblings: StaySiblings,
  ) {}

  /**
   * All judged as one, then their beds written as one.
   * @returns the stays, in the same order, each of the plan its nights are now of; for the caller to save.
   * @throws Refused with findings; NotAllowed.
   */
  async reshape(
    tx: EntityManager,
    reshaped: readonly Reshaped[],
    given: GivenDto & AuthorisedBefore,
    by: Person,
  ): Promise<Stay[]> {
    refuseUnauthorised(given, by);
    const stays = reshaped.map(({ stay }) => stay);
    const diary = await this.diaryAround(stays);
    const { findings, rooms } = judge(reshaped, diary, await this.siblings.once(tx, stays));
    refuseUnlessPlaceable(findings, given);
    const ids = stays.map(({ id }) => id);
    const uses = stays.flatMap((stay, index) =>
      bedUsesOf({ ...stay, nights: nightsOf(stay), lodgings: rooms[index]?.lodgings ?? [] }, diary),
    );
    await rewriteBedUses(tx, ids, uses);
    await keepAuthorisations(tx, ids, findings, given, by);
    return stays.map((stay) => ({
      ...stay,
      planId: planIdFor(stay.youngPersonId, stay.arrivesOn, diary.plans) ?? stay.planId,
    }));
  }

  /** In these rooms, which have been found free for the nights it has. */
  async lodge(tx: EntityManager, stay: Stay, lodgings: readonly Lodging[]): Promise<void> {
    const diary = await this.diaryAround([stay]);
    await rewriteUnjudged(tx, stay, bedUsesOf({ ...stay, nights: nightsOf(stay), lodgings }, diary));
  }

  /** @returns the night the stay begins: `night`, or the one booked when the bed was not free the night before. */
  async beginOn(tx: EntityManager, stay: Stay, night: CalendarDate): Promise<CalendarDate> {
    if (night === stay.arrivesOn) return night;
    const diary = await this.diaryAround([
      { ...stay, arrivesOn: laterOf(night, addDays(stay.arrivesOn, -1)) },
    ]);
    if (night > stay.arrivesOn) {
      await this.cutTo(tx, stay, { from: night, to: stay.departsOn }, diary);
      return night;
    }
    const earlier = { ...stay, arrivesOn: night };
    const { findings, rooms } = judge([{ stay: earlier }], diary);
    const acknowledged = findings.map(({ code }) => code);
    if (!mayPlace(findings, { acknowledged, authorised: [] })) return stay.arrivesOn;
    await rewriteBedUses(
      tx,
      [stay.id],
      bedUsesOf({ ...stay, nights: nightsOf(earlier), lodgings: rooms[0]?.lodgings ?? [] }, diary),
    );
    return night;
  }

  /** @returns the day the stay ends. @throws Refused when somebody else had the room on the nights it ran over. */
  async endOn(tx: EntityManager, stay: Stay, leftOn: CalendarDate): Promise<CalendarDate> {
    const departsOn = laterOf(leftOn, stay.arrivesOn);
    if (departsOn === stay.departsOn) return departsOn;
    const diary = await this.diaryAround([stay, { ...stay, departsOn: laterOf(departsOn, stay.departsOn) }]);
    await this.cutTo(tx, stay, { from: stay.arrivesOn, to: departsOn }, diary);
    return departsOn;
  }

  /** The same rooms for other nights; the last room carries on when the stay ran over. History: constraints judge it. */
  private async cutTo(tx: EntityManager, stay: Stay, nights: Nights, diary: Diary): Promise<void> {
    const own = diary.stays.find(({ id }) => id === stay.id)?.lodgings ?? [];
    const last = own.at(-1);
    if (last && nights.to > last.nights.to)
      refuseTakenRoom(last.roomId, { from: last.nights.to, to: nights.to }, stay, diary);
    const lodgings = lodgingsOn(nights, own);
    await rewriteUnjudged(tx, stay, bedUsesOf({ ...stay, nights, lodgings }, diary));
  }

  private async diaryAround(
    stays: readonly Pick<Stay, 'unitId' | 'youngPersonId' | 'arrivesOn' | 'departsOn'>[],
  ): Promise<Diary> {
    const [first, ...others] = stays;
    if (!first) throw new Error('No stay to look around');
    const from = others.reduce((day, { arrivesOn }) => (arrivesOn < day ? arrivesOn : day), first.arrivesOn);
    const to = others.reduce((day, { departsOn }) => laterOf(day, departsOn), first.departsOn);
    const ids = stays.map(({ youngPersonId }) => youngPersonId);
    return this.reader.read(first.unitId, { from: addDays(from, -MARGIN), to: addDays(to, MARGIN) }, ids);
  }
}

/** The engine leaves out the nights already slept: rules judge the future. */
function judge(
  reshaped: readonly Reshaped[],
  diary: Diary,
  siblings: ReadonlyMap<string, readonly Sibling[]> = new Map(),
): Placement {
  const asked = reshaped.map(({ stay, roomId }): ProposedStay => ({
    youngPersonId: stay.youngPersonId,
    nights: nightsOf(stay),
    solo: stay.solo,
    changesStayId: stay.id,
    lodgings: diary.stays.find(({ id }) => id === stay.id)?.lodgings ?? [],
    siblings: siblings.get(stay.id) ?? [],
    ...(roomId ? { roomId } : {}),
  }));
  return assess(asked, diary, reshaped[0]?.stay.kind ?? 'planned');
}

/** Whoever is beside a stay that needs the unit to itself stays there until a manager has settled that. */
async function rewriteUnjudged(
  tx: EntityManager,
  { id, unitId }: Stay,
  uses: readonly BedUse[],
): Promise<void> {
  const [first, ...others] = uses.filter(({ solo }) => solo);
  const fitting = first ? soloWhereAlone(uses, await standingOn(tx, unitId, spanOf(first, ...others))) : uses;
  await rewriteBedUses(tx, [id], fitting);
}

function refuseTakenRoom(roomId: string, nights: Nights, stay: Stay, diary: Diary): void {
  const taken = diary.stays.find(
    (other) =>
      other.id !== stay.id &&
      other.lodgings.some((lodging) => lodging.roomId === roomId && shareANight(lodging.nights, nights)),
  );
  if (taken)
    throw new Refused(
      'Another stay has this room on the nights this one ran over. Move that stay to its real room first.',
    );
}

function nightsOf({ arrivesOn, departsOn }: Stay): Nights {
  return { from: arrivesOn, to: departsOn };
}
