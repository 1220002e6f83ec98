import { CLOSURE_KINDS } from '../domain/diary';
import { CLOSURE_WORDS } from '../domain/closure-words';
import { roomName } from '../domain/room-name';
import { sayStay } from '../domain/say-dates';
import type { FieldError } from '../platform/problem';
import { WHOLE_UNIT, type ClosureForm } from './closure-form';
import type { ClosedUnit } from './closures-list.view';
import type { StayInTheWay } from './closures.service';

/** A stay in the way, with whose it is: only staff of the unit close rooms, and they may know. */
export interface NamedStay extends StayInTheWay {
  readonly name: string;
}

export function newClosureView(
  form: ClosureForm,
  { unit, units, rooms, tonight }: ClosedUnit,
  errors: readonly FieldError[],
  inTheWay: readonly NamedStay[],
) {
  const names = new Map(rooms.map((room) => [room.id, roomName(room)]));
  return {
    title: 'Close a room or the unit',
    unit,
    units,
    errors,
    back: { text: 'Back to closures', href: `/closures?unit=${unit.id}` },
    form,
    rooms: [
      { value: WHOLE_UNIT, text: 'The whole unit' },
      ...rooms.map((room) => ({ value: room.id, text: roomName(room) })),
    ],
    kinds: CLOSURE_KINDS.map((value) => ({
      value,
      text: CLOSURE_WORDS[value],
      hint: { text: HINTS[value] },
    })),
    inTheWay: inTheWay.map(({ stayId, name, roomId, arrivesOn, departsOn }) => ({
      href: `/stays/${stayId}`,
      text: name,
      where: `${names.get(roomId) ?? ''}, ${sayStay({ from: arrivesOn, to: departsOn }, tonight)}`,
    })),
  };
}

const HINTS = {
  planned: 'Known ahead: a holiday, deep cleaning, decorating',
  repair: 'Something is broken or not safe',
  staffing: 'Not enough staff to open it',
};
