import type { CalendarDate } from '../domain/calendar-date';
import type { SoloLodging } from '../domain/solo';
import { stayActions, type StayAction } from '../domain/stay-actions';
import type { Stay } from './stay.entity';

/** A stay with the rooms it has, night after night. */
export interface LodgedStay {
  readonly stay: Stay;
  readonly lodgings: readonly SoloLodging[];
}

export interface StayView {
  readonly id: string;
  readonly unitId: string;
  readonly youngPersonId: string;
  readonly kind: string;
  readonly status: string;
  /** The room it has now, or begins in; `null` when it never took one. */
  readonly roomId: string | null;
  readonly rooms: readonly { readonly roomId: string; readonly fromOn: string; readonly toOn: string }[];
  readonly arrivesOn: string;
  readonly departsOn: string;
  readonly arrivedAt: string | null;
  readonly departedAt: string | null;
  readonly holdExpiresAt: string | null;
  /** On any of its nights the young person has the unit to themselves. */
  readonly solo: boolean;
  readonly groupId: string | null;
  readonly planId: string | null;
  readonly destination: string | null;
  readonly summary: string | null;
  readonly endedOn: string | null;
  readonly endedBy: string | null;
  readonly endedReason: string | null;
  readonly version: number;
  readonly actions: readonly StayAction[];
}

export function stayView({ stay, lodgings }: LodgedStay, today: CalendarDate, mayChange: boolean): StayView {
  const now = lodgings.find(({ nights }) => nights.from <= today && today < nights.to) ?? lodgings[0];
  return {
    id: stay.id,
    unitId: stay.unitId,
    youngPersonId: stay.youngPersonId,
    kind: stay.kind,
    status: stay.status,
    roomId: now?.roomId ?? null,
    rooms: lodgings.map(({ roomId, nights }) => ({ roomId, fromOn: nights.from, toOn: nights.to })),
    arrivesOn: stay.arrivesOn,
    departsOn: stay.departsOn,
    arrivedAt: stay.arrivedAt?.toISOString() ?? null,
    departedAt: stay.departedAt?.toISOString() ?? null,
    holdExpiresAt: stay.holdExpiresAt?.toISOString() ?? null,
    solo: lodgings.some(({ solo }) => solo),
    groupId: stay.groupId,
    planId: stay.planId,
    destination: stay.destination,
    summary: stay.summary,
    endedOn: stay.endedOn,
    endedBy: stay.endedBy,
    endedReason: stay.endedReason,
    version: stay.version,
    actions: stayActions(stay, today, mayChange),
  };
}

/** Need to know: a CAS worker learns when and how, not in which room, nor what the unit wrote, which may name others. */
export function withoutRooms(view: StayView): StayView {
  const endedReason = view.endedBy === 'cas' ? view.endedReason : null;
  return { ...view, roomId: null, rooms: [], summary: null, endedReason };
}

/** For those who oversee the unit: as on the page of the stay, nothing that is written of the young person. */
export function withoutWords(view: StayView): StayView {
  return { ...view, destination: null, summary: null, endedReason: null };
}
