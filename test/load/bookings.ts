import { addDays } from '../../src/domain/calendar-date';
import { londonDate } from '../../src/domain/london';
import type { Ground, LaidUnit } from '../support/ground';

const NIGHTS = 3;
const BEDS = 4;
const FIRST_DAY = 30;

/** Stays that fit beside each other, never the same twice: every bed of every unit, week after week. */
export interface Bookable {
  readonly unit: LaidUnit;
  readonly youngPersonId: string;
  readonly roomId: string;
  readonly bed: number;
  readonly arrivesOn: string;
  readonly departsOn: string;
}

/** @returns what gives the next stay to book; each unit has four young people who may be together. */
export async function bookables(ground: Ground, units: number): Promise<() => Bookable> {
  const laid: { unit: LaidUnit; children: string[] }[] = [];
  for (let made = 0; made < units; made += 1)
    laid.push({ unit: await ground.unit(BEDS), children: await ground.children(BEDS) });
  const firstDay = addDays(londonDate(new Date()), FIRST_DAY);
  let given = -1;
  return () => {
    given += 1;
    const { unit, children } = laid[given % units] ?? { unit: { id: '', rooms: [] }, children: [] };
    const turn = Math.floor(given / units);
    const bed = turn % BEDS;
    const arrivesOn = addDays(firstDay, Math.floor(turn / BEDS) * NIGHTS);
    return {
      unit,
      youngPersonId: children[bed] ?? '',
      roomId: unit.rooms[bed] ?? '',
      bed: bed + 1,
      arrivesOn,
      departsOn: addDays(arrivesOn, NIGHTS),
    };
  };
}

/** So many at a time, for so long. @returns how many a second. */
export async function rate(
  clients: number,
  milliseconds: number,
  once: (client: number) => Promise<void>,
): Promise<number> {
  const until = performance.now() + milliseconds;
  const began = performance.now();
  let done = 0;
  const work = async (client: number): Promise<void> => {
    while (performance.now() < until) {
      await once(client);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  return done / ((performance.now() - began) / 1000);
}
