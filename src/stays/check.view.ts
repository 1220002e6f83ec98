import type { DateOffer } from '../domain/date-search';
import { LEVELS, type Level } from '../domain/findings';
import type { Placement } from '../domain/placement';
import type { RoomOffer } from '../domain/room-offers';
import { roomName } from '../domain/room-name';
import { sayStay } from '../domain/say-dates';
import { KIND_WORDS } from '../domain/stay-words';
import { sayWhy } from '../domain/say-why';
import type { FieldError } from '../platform/problem';
import type { BookingForm } from './booking-form';
import { findingCards, type FindingCard, type Names } from '../platform/finding-card.view';
import { givenView, type GivenView } from '../platform/given.view';
import { backToBoard, type Where } from './new-stay.view';

export interface Checked {
  readonly placement: Placement;
  /** For one young person; with several the product chooses the rooms. */
  readonly offers: readonly RoomOffer[];
  readonly otherDates: readonly DateOffer[];
  readonly names: Names;
  readonly mayAuthorise: boolean;
}

interface Fact {
  readonly key: string;
  readonly text: string;
  readonly lines?: readonly string[];
}

interface CheckView {
  readonly title: string;
  readonly unit: Where['unit'];
  readonly errors: readonly FieldError[];
  readonly back: { readonly text: string; readonly href: string };
  readonly facts: readonly Fact[];
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly verdict: string;
  readonly canBook: boolean;
  readonly findings: readonly FindingCard[];
  readonly given: GivenView;
  readonly holdHours: number;
  readonly rooms: readonly { readonly value: string; readonly text: string; readonly checked: boolean }[];
  readonly notFree: readonly string[];
  readonly otherDates: readonly { readonly value: string; readonly text: string }[];
}

export function checkView(
  form: BookingForm,
  where: Where,
  checked: Checked,
  errors: readonly FieldError[],
): CheckView {
  const { placement, names, offers, mayAuthorise } = checked;
  const worst = LEVELS.find((level) => placement.findings.some((finding) => finding.level === level));
  const canBook = worst !== 'refuse' && (worst !== 'authorise' || mayAuthorise);
  return {
    title: canBook ? 'Check and book' : 'This cannot be booked yet',
    unit: where.unit,
    errors,
    back: backToBoard(where.unit, form.arrivesOn),
    facts: facts(form, where, checked),
    hidden: hidden(form, canBook && offers.length > 0),
    verdict: VERDICTS[worst ?? 'inform'],
    canBook,
    findings: findingCards(placement.findings, names, form.youngPersonIds.length),
    holdHours: where.holdHours,
    given: givenView(placement.findings, form.given, mayAuthorise),
    rooms: canBook ? roomChoices(form, checked) : [],
    notFree: offers.flatMap(whyNotFree),
    otherDates: checked.otherDates.map(({ arrivesOn, departsOn }) => ({
      value: `${arrivesOn} ${departsOn}`,
      text: sayStay({ from: arrivesOn, to: departsOn }, where.today),
    })),
  };
}

/** What the findings come to. */
const VERDICTS: Readonly<Record<Level, string>> = {
  refuse: 'Why not',
  authorise: 'A manager must agree first',
  acknowledge: 'Read this first',
  inform: 'Good to know',
};

function facts(form: BookingForm, { today, rooms }: Where, { placement, names }: Checked): Fact[] {
  const roomNames = new Map(rooms.map((room) => [room.id, roomName(room)]));
  const isAlone = form.youngPersonIds.length === 1;
  const lodged = placement.rooms.map(({ youngPersonId, lodgings }) => {
    const inOrder = lodgings.map(({ roomId }) => roomNames.get(roomId) ?? '').join(', then ');
    return isAlone ? inOrder : `${names.get(youngPersonId) ?? ''}: ${inOrder}`;
  });
  return [
    {
      key: isAlone ? 'Young person' : 'Young people',
      text: form.youngPersonIds.map((id) => names.get(id)).join(', '),
    },
    { key: 'Nights', text: sayStay({ from: form.arrivesOn, to: form.departsOn }, today) },
    { key: 'Kind', text: `${KIND_WORDS[form.kind]}${form.solo ? ', with the unit to themselves' : ''}` },
    ...(lodged.length > 0
      ? [{ key: isAlone ? 'Room' : 'Rooms', text: lodged[0] ?? '', lines: lodged.slice(1) }]
      : []),
  ];
}

/** Everything answered so far, but what the page itself asks again. */
function hidden(form: BookingForm, asksRoom: boolean): { name: string; value: string }[] {
  const { key, unitId, arrivesOn, departsOn, kind, roomId, solo } = form;
  return [
    ...Object.entries({ key, unitId, arrivesOn, departsOn, kind }).map(([name, value]) => ({ name, value })),
    ...form.youngPersonIds.map((value) => ({ name: 'youngPersonIds', value })),
    ...(asksRoom ? [] : [{ name: 'roomId', value: roomId }]),
    ...(solo ? [{ name: 'solo', value: 'yes' }] : []),
  ];
}

function roomChoices({ roomId }: BookingForm, { offers, placement }: Checked) {
  const chosen = roomId || placement.rooms[0]?.lodgings[0]?.roomId;
  const free = offers.filter(({ whyNot }) => whyNot.length === 0);
  const isMoving = (placement.rooms[0]?.lodgings.length ?? 0) > 1;
  return [
    ...(isMoving ? [{ value: '', text: 'Change rooms, as above', checked: !roomId }] : []),
    ...free.map(({ room }) => ({
      value: room.id,
      text: roomName(room),
      checked: room.id === chosen && !(isMoving && !roomId),
      ...(room.features.length > 0 ? { hint: { text: room.features.join(', ') } } : {}),
    })),
  ];
}

export function whyNotFree({ room, whyNot }: RoomOffer): string[] {
  return whyNot.slice(0, 1).map((finding) => `${roomName(room)}: ${sayWhy(finding)}`);
}
