import { addDays } from '../../../src/domain/calendar-date';
import type { Ground } from '../ground';
import { oneBookedOrAllClosed } from './changes';
import { AUTHORISED, aUnitTonight, claiming, displacing, losersSee, lost, waysIn } from './claiming';
import {
  booked,
  booking,
  everyOther,
  exactly,
  losersHear,
  stayOf,
  times,
  won,
  type Race,
  type Start,
} from './race';

const KEPT = `
  SELECT stays.status, count(displacements.id)::integer AS displacements
  FROM stays LEFT JOIN displacements ON displacements.stay_id = stays.id WHERE stays.id = $1 GROUP BY stays.id`;

/** What became of a planned stay, and how often it is written that it lost its bed. */
async function stateOf({ sql }: Ground, stayId: string): Promise<string> {
  const { rows } = await sql.query<{ status: string; displacements: number }>(KEPT, [stayId]);
  return `${rows[0]?.status}, displaced ${rows[0]?.displacements} times`;
}

const lastBed: Race = {
  name: 'claims of the last bed',
  lay(ground, clients, ask) {
    return Promise.resolve(async () => {
      const unit = await aUnitTonight(ground, 4);
      const there = await ground.children(3);
      await booked(ask, unit.id, ...there.map((id) => stayOf(id, unit.tonight)));
      return {
        unitIds: [unit.id],
        from: unit.tonight,
        starts: times(clients, (index) => claiming(unit.id, index)),
        faults: async (answers) => {
          const [way] = lost(answers).flatMap(waysIn);
          const told = { displace: way?.displace, authorisations: AUTHORISED };
          const { path, body } = claiming(unit.id, 0, told);
          const again = await ask(path, body);
          return [
            ...exactly(1, answers),
            ...losersHear(['no-bed'], answers),
            ...losersSee(1, answers),
            ...(won(again) ? [] : [`a way a loser was told of was none: ${again.text}`]),
          ];
        },
      };
    });
  },
};

const DISPLACED = 'The stay lost its bed to an emergency.';
const HERE = 'The young person is here';

const againstArrival: Race = {
  name: 'a claim against the arrival of whom it would displace',
  lay(ground, clients, ask) {
    let round = 0;
    return Promise.resolve(async () => {
      round += 1;
      const after = (round * 3) % 16;
      const unit = await aUnitTonight(ground, 1);
      const [child] = await ground.children(1);
      const [stayId = ''] = await booked(ask, unit.id, stayOf(child, unit.tonight));
      const arrival: Start = {
        path: `/api/stays/${stayId}/arrival`,
        body: { at: new Date().toISOString() },
        by: 'staff',
      };
      return {
        unitIds: [unit.id],
        from: unit.tonight,
        starts: times(clients, (index) =>
          index % 2 === 0 ? { ...claiming(unit.id, index / 2, displacing(stayId)), after } : arrival,
        ),
        faults: async (answers) => {
          const [claims, arrivals] = [everyOther(answers, 0), everyOther(answers, 1)];
          const isClaimed = claims.some(won);
          const after = await stateOf(ground, stayId);
          const said = lost(arrivals).filter(({ text }) => !text.includes(isClaimed ? DISPLACED : HERE));
          return [
            ...exactly(1, answers),
            ...(after === (isClaimed ? 'displaced, displaced 1 times' : 'in-residence, displaced 0 times')
              ? []
              : [`it ended ${after} though ${isClaimed ? 'the claim' : 'the arrival'} won`]),
            ...said.map(({ text }) => `an arrival was told something else: ${text}`),
            ...losersHear(['no-bed'], claims),
            ...losersSee(0, claims),
          ];
        },
      };
    });
  },
};

const againstBooking: Race = {
  name: 'a claim of the last bed against a booking of it',
  lay(ground, clients, ask) {
    return Promise.resolve(async () => {
      const unit = await aUnitTonight(ground, 2);
      const [there, ...coming] = await ground.children(1 + clients);
      await booked(ask, unit.id, stayOf(there, unit.tonight));
      return {
        unitIds: [unit.id],
        from: unit.tonight,
        starts: coming.map((id, index) =>
          index % 2 === 0 ? claiming(unit.id, index / 2) : booking(unit.id, stayOf(id, unit.tonight)),
        ),
        faults: (answers) => [
          ...exactly(1, answers),
          ...losersHear(['no-bed'], answers),
          ...losersSee(1, everyOther(answers, 0)),
        ],
      };
    });
  },
};

const againstClosure: Race = {
  name: 'a claim against a closure',
  lay(ground, clients) {
    return Promise.resolve(async () => {
      const unit = await aUnitTonight(ground, 1);
      const dates = { fromOn: unit.tonight, toOn: addDays(unit.tonight, 2) };
      const closure = { unitId: unit.id, ...dates, kind: 'repair', reason: 'A leak.' };
      return {
        unitIds: [unit.id],
        from: unit.tonight,
        starts: times(clients, (index) =>
          index % 2 === 0
            ? claiming(unit.id, index / 2)
            : {
                path: '/api/closures',
                body: index % 4 === 1 ? { ...closure, roomId: unit.rooms[0] } : closure,
              },
        ),
        faults: (answers) => [
          ...oneBookedOrAllClosed(answers),
          ...losersHear(['no-bed', 'unit-closed'], everyOther(answers, 0)),
          ...losersSee(0, everyOther(answers, 0)),
        ],
      };
    });
  },
};

const sameDisplaced: Race = {
  name: 'claims that would displace the same stay',
  lay(ground, clients, ask) {
    return Promise.resolve(async () => {
      const unit = await aUnitTonight(ground, 1);
      const [child] = await ground.children(1);
      const [stayId = ''] = await booked(ask, unit.id, stayOf(child, unit.tonight));
      return {
        unitIds: [unit.id],
        from: unit.tonight,
        starts: times(clients, (index) => claiming(unit.id, index, displacing(stayId))),
        faults: async (answers) => {
          const after = await stateOf(ground, stayId);
          return [
            ...exactly(1, answers),
            ...losersHear(['no-bed'], answers),
            ...losersSee(0, answers),
            ...(after === 'displaced, displaced 1 times' ? [] : [`the stay ended ${after}`]),
          ];
        },
      };
    });
  },
};

export const CLAIM_RACES: readonly Race[] = [
  lastBed,
  againstArrival,
  againstBooking,
  againstClosure,
  sameDisplaced,
];
