import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { addDays } from '../../../src/domain/calendar-date';
import { bodyOf, type Answer } from '../keep-alive';
import {
  booked,
  booking,
  everyOther,
  exactly,
  losersHear,
  stayOf,
  times,
  winners,
  won,
  type Race,
} from './race';

/** Of two kinds of request that exclude each other, one kind succeeds as often as it is asked, the other never. */
function oneKindWins(answers: readonly Answer[]): string[] {
  const [one, other] = [everyOther(answers, 0), everyOther(answers, 1)];
  const right = (one.every(won) && winners(other) === 0) || (other.every(won) && winners(one) === 0);
  return right ? [] : [`${winners(one)} of one kind and ${winners(other)} of the other succeeded`];
}

/** The bed was taken once and nothing closed, or everything closed and no bed taken. */
export function oneBookedOrAllClosed(answers: readonly Answer[]): string[] {
  const [bookings, closures] = [everyOther(answers, 0), everyOther(answers, 1)];
  const [placed, closed] = [winners(bookings), winners(closures)];
  const right = (placed === 1 && closed === 0) || (placed === 0 && closures.every(won));
  return right ? [] : [`${placed} booked and ${closed} closed`];
}

const bookingAgainstClosure: Race = {
  name: 'a booking against a closure',
  async lay(ground, clients) {
    const unit = await ground.unit(1);
    const racers = await ground.children(clients);
    return (on) =>
      Promise.resolve({
        unitIds: [unit.id],
        starts: racers.map((id, index) => {
          const dates = { fromOn: addDays(on, 1), toOn: addDays(on, 4) };
          const closure = { unitId: unit.id, ...dates, kind: 'repair', reason: 'A leak.' };
          const room = index % 4 === 1 ? { roomId: unit.rooms[0] } : {};
          return index % 2 === 0
            ? booking(unit.id, stayOf(id, on))
            : { path: '/api/closures', body: { ...closure, ...room } };
        }),
        faults: oneBookedOrAllClosed,
      });
  },
};

const movesIntoOneRoom: Race = {
  name: 'moves into the one free room',
  async lay(ground, clients, ask) {
    const unit = await ground.unit(3);
    const pair = await ground.children(2);
    return async (on) => {
      const stays = pair.map((id, index) => ({ ...stayOf(id, on), roomId: unit.rooms[index] }));
      const ids = await booked(ask, unit.id, ...stays);
      return {
        unitIds: [unit.id],
        starts: times(clients, (index) => ({
          path: `/api/stays/${ids[index % 2] ?? ''}/room`,
          body: { roomId: unit.rooms[2] },
        })),
        faults: (answers) => [...oneKindWins(answers), ...losersHear(['room-taken'], answers)],
      };
    };
  },
};

const datesMeetInTheMiddle: Race = {
  name: 'date changes that meet in the middle',
  async lay(ground, clients, ask) {
    const unit = await ground.unit(1);
    const [early, late] = await ground.children(2);
    return async (on) => {
      const first = await booked(ask, unit.id, stayOf(early, on, [0, 2]));
      const second = await booked(ask, unit.id, stayOf(late, on, [5, 7]));
      const extend = { arrivesOn: on, departsOn: addDays(on, 4) };
      const begin = { arrivesOn: addDays(on, 3), departsOn: addDays(on, 7) };
      return {
        unitIds: [unit.id],
        starts: times(clients, (index) =>
          index % 2 === 0
            ? { path: `/api/stays/${first[0] ?? ''}/dates`, body: extend }
            : { path: `/api/stays/${second[0] ?? ''}/dates`, body: begin },
        ),
        faults: (answers) => [...oneKindWins(answers), ...losersHear(['no-bed'], answers)],
      };
    };
  },
};

const everythingAtOnce: Race = {
  name: 'moves, swaps, date changes, cancellations and bookings at once',
  async lay(ground, clients, ask) {
    const unit = await ground.unit(4);
    const [one, two, three, four] = await ground.children(4);
    return async (on) => {
      const here = [one, two, three].map((id) => stayOf(id, on));
      const [a = '', b = '', c = ''] = await booked(ask, unit.id, ...here);
      const later = { arrivesOn: addDays(on, 1), departsOn: addDays(on, 5) };
      const changes = [
        { path: `/api/stays/${a}/swap`, body: { withStayId: b } },
        { path: `/api/stays/${b}/swap`, body: { withStayId: a } },
        { path: `/api/stays/${a}/room`, body: { roomId: unit.rooms[3] } },
        { path: `/api/stays/${c}/dates`, body: later },
        { path: `/api/stays/${c}/swap`, body: { withStayId: a } },
        booking(unit.id, stayOf(four, on)),
        { path: `/api/stays/${c}/cancellation`, body: { by: 'family', reason: 'Changed their minds.' } },
        { path: `/api/stays/${b}/room`, body: { roomId: unit.rooms[3] } },
      ];
      return {
        unitIds: [unit.id],
        starts: times(clients, (index) => changes[index % changes.length] ?? booking(unit.id)),
        faults: (answers) => (answers.some(won) ? [] : ['nobody won']),
      };
    };
  },
};

const sameKey: Race = {
  name: 'the same idempotency key at once',
  async lay(ground, clients) {
    const unit = await ground.unit(4);
    const [child] = await ground.children(1);
    return (on) => {
      const headers = { 'Idempotency-Key': randomUUID() };
      return Promise.resolve({
        unitIds: [unit.id],
        starts: times(clients, () => ({ ...booking(unit.id, stayOf(child, on)), headers })),
        faults: async (answers) => {
          const [first, ...others] = answers.map((answer) => bodyOf(answer));
          const stays = await ground.sql.query('SELECT 1 FROM stays WHERE unit_id = $1 AND arrives_on = $2', [
            unit.id,
            on,
          ]);
          return [
            ...exactly(clients, answers),
            ...(others.every((other) => isDeepStrictEqual(other, first)) ? [] : ['the answers differ']),
            ...(stays.rows.length === 1 ? [] : [`${stays.rows.length} stays were made`]),
          ];
        },
      });
    };
  },
};

export const CHANGE_RACES: readonly Race[] = [
  bookingAgainstClosure,
  movesIntoOneRoom,
  datesMeetInTheMiddle,
  everythingAtOnce,
  sameKey,
];
