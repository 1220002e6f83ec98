import { setupSteps, type SetupFacts } from '../../src/domain/setting-up';

const NOTHING: SetupFacts = { rooms: 0, contracts: 0, people: 0, stays: 0 };

const statesOf = (facts: Partial<SetupFacts>) =>
  Object.fromEntries(setupSteps({ ...NOTHING, ...facts }).map(({ name, state }) => [name, state]));

it('begins with the rooms', () => {
  expect(statesOf({})).toEqual({
    ...{ unit: 'next', contract: 'later', people: 'later', stays: 'later', board: 'later' },
  });
});

it('goes on with the first that is left, whatever was done out of turn', () => {
  expect(statesOf({ rooms: 4, people: 2 })).toMatchObject({ unit: 'done', contract: 'next', people: 'done' });
  expect(statesOf({ people: 1 })).toMatchObject({ unit: 'next', people: 'done' });
});

it('ends on a filled board', () => {
  expect(statesOf({ rooms: 4, contracts: 1, people: 1, stays: 1 })).toMatchObject({ board: 'done' });
  expect(statesOf({ rooms: 4, contracts: 1, people: 1 })).toMatchObject({ stays: 'next', board: 'later' });
});
