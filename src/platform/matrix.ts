import { ROLES, type Role } from './actor';

/**
 * How far a permission goes: over everything; in the units somebody works for; or to the people somebody works with, for
 * a CAS worker the families of their own plans and their team's, for others the young people of their units.
 */
type Reach = 'everywhere' | 'own units' | 'own people';

export interface MatrixRule {
  readonly area: Area;
  /** What it lets somebody do, after “May”. */
  readonly says: string;
  readonly roles: readonly Role[];
  readonly reach: Reach;
}

/** In the order people read them. */
export const AREAS = [
  'The board and stays',
  'Young people and families',
  'Plans',
  'Requests',
  'Who may stay together',
  'Emergencies',
  'Tasks and notices',
  'Reports and audit',
  'Units and accounts',
] as const;
type Area = (typeof AREAS)[number];

const UNIT_STAFF = ['manager', 'deputy', 'staff'] as const;
const MANAGERS = ['manager', 'deputy'] as const;
const WITH_FAMILIES = ['manager', 'deputy', 'worker'] as const;
const OVERSIGHT = ['service-manager', 'auditor', 'visitor'] as const;

type Given = readonly [says: string, reach: Reach, roles: readonly Role[]];

const inArea = <Name extends string>(
  area: Area,
  given: Readonly<Record<Name, Given>>,
): Readonly<Record<Name, MatrixRule>> =>
  Object.fromEntries(
    Object.entries<Given>(given).map(([name, [says, reach, roles]]) => [name, { area, says, reach, roles }]),
  ) as Readonly<Record<Name, MatrixRule>>;

/** Who may do what: one matrix as data, default deny. Pages, API, tests and the page that shows it read it. */
export const MATRIX = {
  ...inArea('The board and stays', {
    'look at the board': [
      'see which rooms are used on which nights, without names',
      'own units',
      [...UNIT_STAFF, ...OVERSIGHT, 'finance'],
    ],
    'look at stays': ['open the page of a stay', 'own people', [...UNIT_STAFF, ...OVERSIGHT]],
    'look up stays': [
      'read stays by the API',
      'own people',
      [...UNIT_STAFF, 'service-manager', 'auditor', 'worker'],
    ],
    'follow stays in a calendar': [
      'have stays shown in a calendar of their own, by initials',
      'own people',
      [...UNIT_STAFF, 'worker'],
    ],
    'change the diary': ['book, move, cancel and end stays, and close rooms', 'own people', UNIT_STAFF],
    'ask what fits': [
      'ask which dates would work, and why others do not',
      'own people',
      [...UNIT_STAFF, 'worker'],
    ],
    'authorise findings': [
      'authorise, with a reason, what the rules let a manager authorise; never on an emergency claim of their own',
      'own people',
      MANAGERS,
    ],
    'book day visits': ['book and end visits without a night', 'own people', UNIT_STAFF],
  }),
  ...inArea('Young people and families', {
    'know who stays': ['see by name who stays, and open the files of young people', 'own people', UNIT_STAFF],
    'open files': [
      'open one file they cannot see otherwise, with a reason, for an hour; managers hear of it',
      'everywhere',
      ['edt', 'staff'],
    ],
    'see opened files': [
      'see who opened which file, when and why',
      'own units',
      [...MANAGERS, 'service-manager', 'auditor'],
    ],
    'look people up': [
      'search young people and families by name or case reference',
      'own people',
      [...UNIT_STAFF, 'worker'],
    ],
    'read case records': [
      'read what was written down of a young person',
      'own people',
      [...UNIT_STAFF, 'worker'],
    ],
    'write case records': [
      'sign an entry of a case record, and correct one by another',
      'own people',
      UNIT_STAFF,
    ],
    'take subject-access bundles': [
      'take all that is held on one young person, naming no other',
      'own people',
      MANAGERS,
    ],
    'keep people on file': ['put young people and families on file', 'own people', [...UNIT_STAFF, 'worker']],
  }),
  ...inArea('Plans', {
    'look at plans': [
      'read CAS plans, short-break plans and what was noticed',
      'own people',
      [...UNIT_STAFF, 'worker'],
    ],
    'keep plans': ['write, agree and end plans', 'own people', WITH_FAMILIES],
    'hand plans over': ['hand a CAS plan to another key worker', 'own people', WITH_FAMILIES],
    'hold progress meetings': ['write down progress meetings', 'own people', [...UNIT_STAFF, 'worker']],
    'write down what is noticed': ['write down what is noticed during a stay', 'own people', UNIT_STAFF],
    'settle what is noticed': ['say what became of what was noticed', 'own people', WITH_FAMILIES],
  }),
  ...inArea('Requests', {
    'look at requests': ['read requests for breaks', 'own people', [...UNIT_STAFF, 'worker']],
    'ask for breaks': ['ask for breaks, change and withdraw what was asked', 'own people', WITH_FAMILIES],
    'answer requests': ['offer, place and decline what is asked for', 'own people', MANAGERS],
  }),
  ...inArea('Who may stay together', {
    'judge who may stay together': [
      'assess whether two young people can stay together',
      'own people',
      UNIT_STAFF,
    ],
    'decide on solo': ['decide that somebody needs the unit to themselves', 'own people', MANAGERS],
  }),
  ...inArea('Emergencies', {
    'claim emergency beds': [
      'see what is free tonight, and claim a bed',
      'own units',
      ['edt', ...UNIT_STAFF],
    ],
    'read handovers': [
      'read what a night’s emergencies leave to the day; the Emergency Duty Team, their own claims',
      'own units',
      ['edt', ...UNIT_STAFF, 'service-manager'],
    ],
    'acknowledge handovers': ['take a handover over', 'own units', MANAGERS],
  }),
  ...inArea('Tasks and notices', {
    'look at tasks': ['see what is due', 'own units', [...UNIT_STAFF, 'service-manager']],
    'do tasks': ['say that a task is done, or hand it over', 'own units', [...UNIT_STAFF, 'service-manager']],
    'look at the outbox': [
      'see which notices were sent; they name no child',
      'own units',
      [...MANAGERS, 'administrator'],
    ],
    'send notices again': ['send a notice again', 'own units', [...MANAGERS, 'administrator']],
  }),
  ...inArea('Reports and audit', {
    'read occupancy and cost': ['read the figures', 'own units', [...UNIT_STAFF, ...OVERSIGHT, 'finance']],
    'export stays': [
      'take stays away as a file; names only for those who know who stays',
      'own units',
      [...MANAGERS, 'service-manager', 'finance', 'auditor'],
    ],
    'read the audit trail': [
      'read who did what, and check that nothing was altered',
      'own units',
      [...MANAGERS, ...OVERSIGHT],
    ],
  }),
  ...inArea('Units and accounts', {
    'look at units': ['see units, their rooms and settings', 'own units', ROLES],
    'set up units': [
      'open units, and change their settings and contracts',
      'own units',
      ['manager', 'administrator'],
    ],
    'set the ring-fence': [
      'say how many beds are kept, and for whom',
      'own units',
      [...MANAGERS, 'administrator'],
    ],
    'import stays': ['bring in past stays from a spreadsheet', 'own units', ['manager']],
    'keep accounts': [
      'open, change and close the accounts of others; never their own',
      'everywhere',
      ['administrator'],
    ],
  }),
} satisfies Readonly<Record<string, MatrixRule>>;

export type Permission = keyof typeof MATRIX;
