const SETUP_STEPS = ['unit', 'contract', 'people', 'stays', 'board'] as const;
export type SetupStepName = (typeof SETUP_STEPS)[number];

/** What there is of a unit that is being set up. */
export interface SetupFacts {
  readonly rooms: number;
  readonly contracts: number;
  readonly people: number;
  readonly stays: number;
}

export interface SetupStep {
  readonly name: SetupStepName;
  /** `next` is the first that is left; a `later` one can be done all the same once there is a unit. */
  readonly state: 'done' | 'next' | 'later';
}

const IS_DONE: Readonly<Record<SetupStepName, (facts: SetupFacts) => boolean>> = {
  unit: ({ rooms }) => rooms > 0,
  contract: ({ contracts }) => contracts > 0,
  people: ({ people }) => people > 0,
  stays: ({ stays }) => stays > 0,
  board: ({ rooms, stays }) => rooms > 0 && stays > 0,
};

/** The way from nothing to a filled board. */
export function setupSteps(facts: SetupFacts): SetupStep[] {
  const next = SETUP_STEPS.find((name) => !IS_DONE[name](facts));
  return SETUP_STEPS.map((name) => {
    if (IS_DONE[name](facts)) return { name, state: 'done' };
    return { name, state: name === next ? 'next' : 'later' };
  });
}
