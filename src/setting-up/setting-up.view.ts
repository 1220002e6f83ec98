import type { SetupStepName } from '../domain/setting-up';
import { sayCount } from '../domain/say-numbers';
import type { Person } from '../platform/actor';
import { may, type Permission } from '../platform/may';
import type { Setup } from './setting-up.service';

interface Link {
  readonly text: string;
  readonly href: string;
}

interface StepWords {
  readonly title: string;
  readonly about: string;
  readonly needs: Permission;
  /** Said to those who may not do it. */
  readonly byWhom: string;
  readonly done: (setup: Setup) => string;
  /** The likeliest first. @param unit what the address says of the unit: `unit=…`. */
  readonly links: (unitId: string) => readonly Link[];
}

const MANAGER = 'The registered manager does this.';

const WORDS: Readonly<Record<SetupStepName, StepWords>> = {
  unit: {
    title: 'Open the unit, with its rooms',
    about: 'Its name, how many places it is registered for, the ages it takes, and a name for each room.',
    needs: 'set up units',
    byWhom: MANAGER,
    done: ({ records, facts }) => `${records?.unit.name ?? ''}, ${some(facts.rooms, 'room', 'rooms')}`,
    links: () => [{ text: 'Open a unit', href: '/units/new?from=setting-up' }],
  },
  contract: {
    title: 'Add its contract',
    about:
      'How many nights a year the council pays for, and what they cost. Occupancy and cost are worked out from it.',
    needs: 'set up units',
    byWhom: MANAGER,
    done: ({ facts }) => some(facts.contracts, 'contract', 'contracts'),
    links: (unitId) => [
      { text: 'Add a contract', href: `/units/${unitId}/contracts/new?from=setting-up&unit=${unitId}` },
    ],
  },
  people: {
    title: 'Put young people on file',
    about:
      'One by one; or go on to the next step, if you have a spreadsheet of past stays: it puts everybody in it on file.',
    needs: 'keep people on file',
    byWhom: MANAGER,
    done: ({ facts }) => some(facts.people, 'young person on file', 'young people on file'),
    links: (unitId) => [
      { text: 'Add a young person', href: `/young-people/new?from=setting-up&unit=${unitId}` },
    ],
  },
  stays: {
    title: 'Bring in past stays, or book the first',
    about: 'From a spreadsheet, all at once. Without one, book the first stay, and the board begins to fill.',
    needs: 'import stays',
    byWhom: MANAGER,
    done: () => 'There are stays in the diary',
    links: (unitId) => [
      { text: 'Import stays', href: `/import?unit=${unitId}` },
      { text: 'Book a stay', href: `/stays/new?unit=${unitId}` },
    ],
  },
  board: {
    title: 'Look at the board',
    about: 'Every room and night, and who is in it.',
    needs: 'look at the board',
    byWhom: 'The board is for the unit’s staff, and for those who oversee it.',
    done: () => 'It is filled',
    links: (unitId) => [{ text: 'See the board', href: `/board?unit=${unitId}` }],
  },
};

const STATES = {
  done: { text: 'Done', tone: 'good' },
  next: { text: 'Next', tone: 'busy' },
  later: { text: 'To do', tone: 'quiet' },
} as const;

const NOTICES: Readonly<Record<string, string>> = {
  opened: 'The unit is open.',
  contract: 'The contract is added.',
  person: 'They are on file.',
};

/** The way to a filled board, step by step; what is done can be done again, what needs a unit waits for one. */
export function settingUpView(setup: Setup, reader: Person, done: string) {
  const { records, steps } = setup;
  const unitId = records?.unit.id;
  const isAllDone = steps.every(({ state }) => state === 'done');
  return {
    title: records ? `Set up ${records.unit.name}` : 'Set up a unit',
    notice: NOTICES[done],
    lead: isAllDone
      ? 'Everything is set up.'
      : 'Five steps lead to a filled board. You can stop at any time and come back.',
    steps: steps.map(({ name, state }) => {
      const words = WORDS[name];
      const mayDo = may(reader.role, words.needs);
      const waits = name !== 'unit' && unitId === undefined;
      return {
        title: words.title,
        about: words.about,
        status: STATES[state],
        isNext: state === 'next' && mayDo,
        said: state === 'done' ? words.done(setup) : undefined,
        links: mayDo && !waits ? linksOf(words, unitId ?? '', state === 'done', name) : [],
        why: whyNot(mayDo, waits, words),
      };
    }),
    after: [
      ...(unitId
        ? [{ text: 'Change times, ages and beds kept', href: `/units/${unitId}/settings/new` }]
        : []),
      ...(may(reader.role, 'keep accounts') ? [{ text: 'Let colleagues sign in', href: '/accounts' }] : []),
    ],
  };
}

/** A second unit is another unit to set up. */
function linksOf(words: StepWords, unitId: string, isDone: boolean, name: SetupStepName): readonly Link[] {
  if (name !== 'unit' || !isDone) return words.links(unitId);
  return [
    { text: 'See the unit', href: `/units/${unitId}` },
    { text: 'Open another unit', href: '/units/new?from=setting-up' },
  ];
}

function whyNot(mayDo: boolean, waits: boolean, { byWhom }: StepWords): string | undefined {
  if (!mayDo) return byWhom;
  return waits ? 'Open the unit first.' : undefined;
}

function some(count: number, one: string, many: string): string {
  return `${sayCount(count)} ${count === 1 ? one : many}`;
}
