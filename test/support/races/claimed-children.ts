import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { addDays } from '../../../src/domain/calendar-date';
import { londonDate } from '../../../src/domain/london';
import { AUTHORISED_MIX } from '../emergencies';
import { bodyOf } from '../keep-alive';
import { aUnitTonight, claiming } from './claiming';
import { secondKnewOfFirst } from './judgements';
import { booked, exactly, losersHear, stayOf, times, type Race } from './race';

const inTwoUnits: Race = {
  name: 'claims for one child in two units',
  lay(ground, clients) {
    return Promise.resolve(async () => {
      const units = [await aUnitTonight(ground, 2), await aUnitTonight(ground, 2)];
      const [youngPersonId] = await ground.children(1);
      return {
        unitIds: units.map(({ id }) => id),
        from: londonDate(new Date()),
        starts: times(clients, (index) =>
          claiming(units[index % 2]?.id ?? '', index, { child: { youngPersonId } }),
        ),
        faults: (answers) => [...exactly(1, answers), ...losersHear(['already-staying'], answers)],
      };
    });
  },
};

const againstNotTogether: Race = {
  name: 'a claim on a provisional assessment against the recording of not together',
  lay(ground, clients, ask) {
    return Promise.resolve(async () => {
      const unit = await aUnitTonight(ground, 3);
      const [[there], [coming]] = [await ground.children(1), await ground.children(1)];
      await booked(ask, unit.id, stayOf(there, unit.tonight));
      const judgement = {
        path: '/api/compatibility-assessments',
        body: { youngPersonIds: [there, coming], outcome: 'not-together', reasons: 'They fought at school.' },
      };
      const told = { child: { youngPersonId: coming }, ...AUTHORISED_MIX };
      return {
        unitIds: [unit.id],
        from: unit.tonight,
        starts: times(clients, (index) => (index % 2 === 0 ? claiming(unit.id, index / 2, told) : judgement)),
        faults: (answers) => secondKnewOfFirst('not-together', answers),
        told: ['assessed not together', 'not assessed together'],
      };
    });
  },
};

const againstSolo: Race = {
  name: 'a claim against the decision that somebody there needs solo',
  lay(ground, clients, ask) {
    return Promise.resolve(async () => {
      const unit = await aUnitTonight(ground, 3);
      const [there, coming] = await ground.children(2);
      await booked(ask, unit.id, stayOf(there, unit.tonight));
      const dates = { startsOn: unit.tonight, reviewOn: addDays(unit.tonight, 2) };
      const decision = {
        path: '/api/solo-decisions',
        body: { youngPersonId: there, reason: 'Recovering.', ...dates },
      };
      const told = { child: { youngPersonId: coming } };
      return {
        unitIds: [unit.id],
        from: unit.tonight,
        starts: times(clients, (index) => (index % 2 === 0 ? claiming(unit.id, index / 2, told) : decision)),
        faults: (answers) => secondKnewOfFirst('solo-in-place', answers),
        told: ['somebody beside a solo stay'],
      };
    });
  },
};

const sameKey: Race = {
  name: 'a claim sent again with the same idempotency key',
  lay(ground, clients) {
    return Promise.resolve(async () => {
      const unit = await aUnitTonight(ground, 4);
      const start = { ...claiming(unit.id, 0), headers: { 'Idempotency-Key': randomUUID() } };
      return {
        unitIds: [unit.id],
        from: unit.tonight,
        starts: times(clients, () => start),
        faults: async (answers) => {
          const [first, ...others] = answers.map((answer) => bodyOf(answer));
          const { rowCount } = await ground.sql.query('SELECT 1 FROM emergency_claims WHERE unit_id = $1', [
            unit.id,
          ]);
          return [
            ...exactly(clients, answers),
            ...(others.every((other) => isDeepStrictEqual(other, first)) ? [] : ['the answers differ']),
            ...(rowCount === 1 ? [] : [`${rowCount} claims were made`]),
          ];
        },
      };
    });
  },
};

export const CLAIMED_CHILD_RACES: readonly Race[] = [inTwoUnits, againstNotTogether, againstSolo, sameKey];
