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

/** Either one who needs the unit alone has it, or as many of the others as there are beds. */
function aloneOrTogether(answers: readonly Answer[]): string[] {
  const [alone, together] = [winners(everyOther(answers, 0)), winners(everyOther(answers, 1))];
  const beds = Math.min(4, everyOther(answers, 1).length);
  const right = (alone === 1 && together === 0) || (alone === 0 && together === beds);
  return right ? [] : [`${alone} alone and ${together} others got in`];
}

const soloAsked: Race = {
  name: 'stays asked for as solo against ordinary ones',
  async lay(ground, clients) {
    const unit = await ground.unit(4);
    const racers = await ground.children(clients);
    return (on) =>
      Promise.resolve({
        unitIds: [unit.id],
        starts: racers.map((id, index) => booking(unit.id, { ...stayOf(id, on), solo: index % 2 === 0 })),
        faults: aloneOrTogether,
      });
  },
};

const soloDecided: Race = {
  name: 'stays decided to be solo against ordinary ones',
  async lay(ground, clients) {
    const unit = await ground.unit(4);
    const racers = await ground.children(clients);
    return async (on) => {
      for (const id of everyOther(racers, 0)) await ground.needsSolo(id, on, addDays(on, 2));
      return {
        unitIds: [unit.id],
        starts: racers.map((id) => booking(unit.id, stayOf(id, on))),
        faults: aloneOrTogether,
      };
    };
  },
};

const notTogether: Race = {
  name: 'young people assessed not together',
  async lay(ground, clients) {
    const unit = await ground.unit(4);
    const racers = await ground.children(clients, 'not-together');
    return (on) =>
      Promise.resolve({
        unitIds: [unit.id],
        starts: racers.map((id) => booking(unit.id, stayOf(id, on))),
        faults: (answers) => [...exactly(1, answers), ...losersHear(['not-together'], answers)],
      });
  },
};

/** Whoever came second knew of the first: the booking was refused, or the judgement lists the two stays. */
export function secondKnewOfFirst(code: string, answers: readonly Answer[]): string[] {
  const [bookings, judgements] = [everyOther(answers, 0), everyOther(answers, 1)];
  const isIn = bookings.some(won);
  const telling = judgements.filter((answer) => {
    const { conflicts } = bodyOf(answer) as { conflicts?: { code: string; stayIds: string[] }[] };
    return conflicts?.some((conflict) => conflict.code === code && conflict.stayIds.length === 2);
  });
  return [
    ...(winners(bookings) > 1 ? ['the same young person was booked twice'] : []),
    ...(judgements.every(won) ? [] : ['a judgement was not recorded']),
    ...(isIn && telling.length < judgements.length
      ? ['booked together, and a judgement did not say so']
      : []),
    ...(!isIn && telling.length > 0 ? ['a judgement tells of a stay that is not there'] : []),
    ...losersHear([code, 'not-assessed', 'already-staying'], bookings),
  ];
}

const notTogetherRecorded: Race = {
  name: 'a booking against the recording of not together',
  async lay(ground, clients, ask) {
    const unit = await ground.unit(4);
    return async (on) => {
      const [there, coming] = await ground.children(2);
      await booked(ask, unit.id, stayOf(there, on));
      const judgement = {
        path: '/api/compatibility-assessments',
        body: { youngPersonIds: [there, coming], outcome: 'not-together', reasons: 'They fought at school.' },
      };
      return {
        unitIds: [unit.id],
        starts: times(clients, (index) =>
          index % 2 === 0 ? booking(unit.id, stayOf(coming, on)) : judgement,
        ),
        faults: (answers) => secondKnewOfFirst('not-together', answers),
        told: ['assessed not together', 'not assessed together'],
      };
    };
  },
};

const soloRecorded: Race = {
  name: 'a booking against the decision that somebody there needs solo',
  async lay(ground, clients, ask) {
    const unit = await ground.unit(4);
    return async (on) => {
      const [there, coming] = await ground.children(2);
      await booked(ask, unit.id, stayOf(there, on));
      const decision = {
        path: '/api/solo-decisions',
        body: { youngPersonId: there, reason: 'Recovering.', startsOn: on, reviewOn: addDays(on, 2) },
      };
      return {
        unitIds: [unit.id],
        starts: times(clients, (index) =>
          index % 2 === 0 ? booking(unit.id, stayOf(coming, on)) : decision,
        ),
        faults: (answers) => secondKnewOfFirst('solo-in-place', answers),
        told: ['somebody beside a solo stay'],
      };
    };
  },
};

const soloSettled: Race = {
  name: 'a cancellation beside somebody who needs solo against bookings and a decision',
  async lay(ground, clients, ask) {
    const unit = await ground.unit(4);
    return async (on) => {
      const [there, beside, coming] = await ground.children(3);
      const [, cancelled = ''] = await booked(ask, unit.id, stayOf(there, on), stayOf(beside, on, [1, 2]));
      const decision = {
        path: '/api/solo-decisions',
        body: { youngPersonId: there, reason: 'Recovering.', startsOn: on, reviewOn: addDays(on, 2) },
      };
      await ask(decision.path, decision.body);
      const starts = [
        {
          path: `/api/stays/${cancelled}/cancellation`,
          body: { by: 'unit', reason: 'Somebody needs quiet.' },
        },
        booking(unit.id, stayOf(coming, on, [1, 2])),
        decision,
      ];
      return {
        unitIds: [unit.id],
        starts: times(clients, (index) => starts[index % starts.length] ?? decision),
        faults: (answers) => {
          const [cancellations, bookings] = [0, 1].map((kind) =>
            answers.filter((_, index) => index % starts.length === kind),
          );
          return [
            ...exactly(1, cancellations ?? []),
            ...exactly(0, bookings ?? []),
            ...losersHear(['solo-in-place'], bookings ?? []),
          ];
        },
      };
    };
  },
};

export const JUDGEMENT_RACES: readonly Race[] = [
  soloAsked,
  soloDecided,
  notTogether,
  notTogetherRecorded,
  soloRecorded,
  soloSettled,
];
