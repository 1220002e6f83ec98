import { randomUUID } from 'node:crypto';
import type { Product } from '../product';
import type { Household, KeyWorker, Person } from './crowd';
import type { Thing } from './laid';
import { lay } from './lay';
import type { NamedUnit } from './named-unit';

interface LaidStay extends Thing {
  readonly keyWorker: KeyWorker;
  readonly youngPersonId: string;
  readonly status: string;
}

/** Where stays are laid down. */
export interface Grounds {
  readonly unitId: string;
  readonly households: readonly Household[];
  readonly accounts: ReadonlyMap<string, string>;
  readonly stays: LaidStay[];
  stay(who: Person, bed: number, asked: Asked): Promise<string>;
}

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly status: string;
  readonly about?: string;
  readonly solo?: boolean;
}

export function groundsOf(
  product: Product,
  unit: NamedUnit,
  households: readonly Household[],
  accounts: ReadonlyMap<string, string>,
): Grounds {
  const stays: LaidStay[] = [];
  return {
    unitId: unit.id,
    households,
    accounts,
    stays,
    stay: async (who, bed, { from, to, status, about, solo = false }) => {
      const id = randomUUID();
      const isOver = status === 'completed';
      await lay(product, 'stays', [
        {
          ...{ id, unit_id: unit.id, young_person_id: who.id, kind: 'planned', status, solo, version: 1 },
          ...{ arrives_on: from, departs_on: to, requested_on: '2025-09-01', created_by_name: 'Test' },
          hold_expires_at: status === 'held' ? '2026-03-14T12:00:00Z' : null,
          arrived_at: isOver || status === 'in-residence' ? `${from}T17:00:00Z` : null,
          departed_at: isOver ? `${to}T09:00:00Z` : null,
          destination: isOver ? 'Home' : null,
          summary: isOver ? `Went swimming with ${about}.` : null,
          ended_on: status === 'cancelled' ? from : null,
          ended_by: status === 'cancelled' ? 'unit' : null,
          ended_reason: status === 'cancelled' ? `Could not be with ${about}.` : null,
          acknowledged: [],
          created_at: '2025-09-01T12:00:00Z',
        },
      ]);
      const room = unit.rooms.find(({ number }) => number === bed);
      await lay(product, 'bed_uses', [
        {
          ...{
            id: randomUUID(),
            unit_id: unit.id,
            room_id: room?.id,
            bed,
            from_on: from,
            to_on: to,
            stay_id: id,
          },
          ...{ young_person_id: who.id, party: id, whole_unit: solo, live: status !== 'cancelled' },
        },
      ]);
      stays.push({ id, keyWorker: who.keyWorker, youngPersonId: who.id, status });
      return id;
    },
  };
}
