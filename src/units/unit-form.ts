import { wrongNumber, wrongText } from '../platform/form-checks';
import { Misshapen, type FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import type { NewUnitDto } from './unit.dto';

interface RoomForm {
  readonly name: string;
  /** As typed: one after the other, with commas between. */
  readonly features: string;
}

export interface UnitForm {
  readonly key: string;
  readonly name: string;
  readonly places: string;
  readonly ageFrom: string;
  readonly ageTo: string;
  readonly rooms: readonly RoomForm[];
}

const USUAL_ROOMS = 4;
const MOST_ROOMS = 50;
const OLDEST = 25;

export function emptyUnit(key: string): UnitForm {
  const rooms = Array.from({ length: USUAL_ROOMS }, () => ({ name: '', features: '' }));
  return { key, name: '', places: String(USUAL_ROOMS), ageFrom: '8', ageTo: '17', rooms };
}

export function unitIn(sent: SentForm): UnitForm {
  const count = Array.from({ length: MOST_ROOMS }, (_, index) => index).filter(
    (n) => `room-${n}` in sent,
  ).length;
  return {
    key: typed(sent, 'key'),
    name: typed(sent, 'name'),
    places: typed(sent, 'places'),
    ageFrom: typed(sent, 'ageFrom'),
    ageTo: typed(sent, 'ageTo'),
    rooms: Array.from({ length: count }, (_, n) => ({
      name: typed(sent, `room-${n}`),
      features: typed(sent, `features-${n}`),
    })),
  };
}

export function withAnotherRoom(form: UnitForm): UnitForm {
  return { ...form, rooms: [...form.rooms, { name: '', features: '' }].slice(0, MOST_ROOMS) };
}

/** As the service takes it; rooms are numbered in order, those without a name left out. @throws Misshapen */
export function newUnit({ name, places, ageFrom, ageTo, rooms }: UnitForm): NewUnitDto {
  const named = rooms.filter((room) => room.name);
  const wrong = [
    ...wrongText({ name: 'name', value: name, ask: 'Enter the name of the unit.' }),
    ...wrongNumber({ name: 'places', value: places, ask: 'Enter the registered places.' }, 1, MOST_ROOMS),
    ...wrongNumber({ name: 'ageFrom', value: ageFrom, ask: 'Enter the youngest age.' }, 0, OLDEST),
    ...wrongNumber({ name: 'ageTo', value: ageTo, ask: 'Enter the oldest age.' }, 0, OLDEST),
    ...(named.length > 0 ? [] : [{ pointer: '/room-0', detail: 'Name at least one room.' }]),
    ...rooms.flatMap(wrongRoom),
  ];
  if (wrong.length > 0) throw new Misshapen(wrong);
  return {
    name,
    places: Number(places),
    ageRange: { from: Number(ageFrom), to: Number(ageTo) },
    rooms: named.map((room, index) => ({ number: index + 1, name: room.name, features: featuresOf(room) })),
  };
}

function wrongRoom(room: RoomForm, index: number): FieldError[] {
  const features = featuresOf(room);
  const isTooLong = features.length > 50 || features.some((feature) => feature.length > 200);
  return [
    ...(room.name ? wrongText({ name: `room-${index}`, value: room.name, ask: '' }) : []),
    ...(!room.name && features.length > 0
      ? [{ pointer: `/room-${index}`, detail: 'Name this room, or clear its features.' }]
      : []),
    ...(isTooLong ? [{ pointer: `/features-${index}`, detail: 'Say the features in fewer words.' }] : []),
  ];
}

function featuresOf({ features }: RoomForm): string[] {
  return features.split(',').flatMap((feature) => feature.trim() || []);
}
