import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import type { UnitRecords } from './units.service';

export interface UnitListView {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly href: string; readonly about: string }[];
  readonly mayChange: boolean;
}

export function unitListView(all: readonly UnitRecords[], reader: Person): UnitListView {
  return {
    title: 'Units',
    rows: all.map(({ unit, rooms, inForce }) => ({
      name: unit.name,
      href: `/units/${unit.id}`,
      about: `${rooms.length === 1 ? '1 room' : `${rooms.length} rooms`}, ages ${inForce.ageFrom} to ${inForce.ageTo}`,
    })),
    mayChange: may(reader.role, 'set up units'),
  };
}
