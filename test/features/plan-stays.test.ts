import fc from 'fast-check';
import { addDays } from '../../src/domain/calendar-date';
import { aUnit, assessPair, type AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';
import type { User } from '../support/accounts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const TODAY = '2026-03-11';

/** Planned nights still to come for which no agreed plan stands. */
const UNCOVERED = `
  SELECT stays.id, night::date::text FROM stays
  CROSS JOIN generate_series(greatest(arrives_on, $1::date), departs_on - 1, interval '1 day') AS night
  WHERE kind = 'planned' AND stays.status IN ('confirmed', 'in-residence') AND NOT EXISTS (
    SELECT 1 FROM short_break_plans AS plan WHERE plan.young_person_id = stays.young_person_id
      AND plan.status = 'agreed' AND plan.starts_on <= night AND night < plan.ends_on)`;

const who = fc.nat(2);
const day = fc.integer({ min: -2, max: 22 });
const nights = fc.integer({ min: 1, max: 5 });
const which = fc.nat(6);

/** Anything that plans, requests and stays may have done to them. */
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('plan' as const),
      who,
      day,
      long: fc.integer({ min: 3, max: 30 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('agree' as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('revise' as const),
      which,
      day,
      long: fc.integer({ min: 2, max: 20 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('end' as const), which, day }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('dormancy' as const, 'reopening', 'reopening', 'closure'),
      who,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('book' as const), who, day, nights, hold: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('confirm' as const), which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('redate' as const), which, day, nights }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('ask' as const), who, day, nights }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('offer' as const, 'placement', 'acceptance'), which }),
  },
);

/** Each of them once, where it is sure to come to something. */
const EACH_ONCE: Step[] = [
  { do: 'book', who: 0, day: 2, nights: 3, hold: true },
  { do: 'confirm', which: 0 },
  { do: 'redate', which: 0, day: 4, nights: 2 },
  { do: 'ask', who: 1, day: 8, nights: 2 },
  { do: 'placement', which: 0 },
  { do: 'revise', which: 1, day: 15, long: 4 },
  { do: 'dormancy', who: 1 },
  { do: 'reopening', who: 1 },
  { do: 'plan', who: 1, day: 5, long: 9 },
  { do: 'agree', which: 4 },
  { do: 'end', which: 0, day: 5 },
  { do: 'closure', who: 2 },
];

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const done = new Map<string, number>();

/** A unit and three families, each with one young person; whatever is refused changes nothing, and nothing breaks. */
class World {
  private readonly children: { id: string; familyId: string }[] = [];
  private readonly casPlans = new Map<string, { id: string; goalId: string }>();
  private readonly plans: { id: string; child: number; casPlanId: string; goalId: string }[] = [];
  private readonly stays: string[] = [];
  private readonly requests: string[] = [];

  private constructor(private readonly unit: AUnit) {}

  static async filled(): Promise<World> {
    const world = new World(await aUnit(product));
    for (let made = 0; made < 3; made += 1) {
      const { id: familyId } = await world.send('manager', 'families', { reference: 'F' });
      const child = { familyId, givenName: 'Given', familyName: 'Family', caseReference: 'C' };
      const { id } = await world.send('manager', 'young-people', { ...child, dateOfBirth: '2013-05-06' });
      world.children.push({ id: id ?? '', familyId: familyId ?? '' });
      await world.open(made);
      await world.draft(made, { startsOn: TODAY, endsOn: addDays(TODAY, 25) });
      await world.take({ do: 'agree', which: made });
    }
    for (const [one, other] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const)
      await assessPair(product, [world.children[one]?.id ?? '', world.children[other]?.id ?? '']);
    return world;
  }

  async take(step: Step): Promise<void> {
    const plan = 'which' in step ? this.plans[step.which % Math.max(1, this.plans.length)] : undefined;
    const stay = 'which' in step ? this.stays[step.which % Math.max(1, this.stays.length)] : undefined;
    const request =
      'which' in step ? this.requests[step.which % Math.max(1, this.requests.length)] : undefined;
    const child = 'who' in step ? this.children[step.who] : undefined;
    const from = 'day' in step ? addDays(TODAY, step.day) : TODAY;
    switch (step.do) {
      case 'plan':
        return this.draft(step.who, { startsOn: from, endsOn: addDays(from, step.long) });
      case 'revise':
        if (plan)
          await this.draft(plan.child, {
            startsOn: from,
            endsOn: addDays(from, step.long),
            revisesId: plan.id,
          });
        return;
      case 'agree':
        if (!plan) return;
        await this.send('worker', `short-break-plans/${plan.id}/agreement`, {}, 'agree');
        await this.send('manager', `short-break-plans/${plan.id}/agreement`, {}, 'agree');
        return;
      case 'end':
        if (plan)
          await this.send(
            'worker',
            `short-break-plans/${plan.id}/ending`,
            { on: from, reason: 'As it is.' },
            'end',
          );
        return;
      case 'dormancy':
      case 'reopening':
      case 'closure':
        return this.turn(step.who, step.do);
      case 'book': {
        const asked = { youngPersonId: child?.id, arrivesOn: from, departsOn: addDays(from, step.nights) };
        const body = { unitId: this.unit.id, kind: 'planned', stays: [asked], hold: step.hold };
        const { items = [] } = await this.send('manager', 'stays', body, 'book');
        this.stays.push(...items.map(({ id }) => id));
        return;
      }
      case 'confirm':
        if (stay) await this.send('manager', `stays/${stay}/confirmation`, {}, 'confirm');
        return;
      case 'redate': {
        const dates = { arrivesOn: from, departsOn: addDays(from, step.nights) };
        if (stay) await this.send('manager', `stays/${stay}/dates`, dates, 'redate');
        return;
      }
      case 'ask': {
        const window = { nights: step.nights, earliest: from, latest: addDays(from, 4) };
        const asked = {
          unitId: this.unit.id,
          youngPersonIds: [child?.id],
          ...window,
          reason: 'Rest.',
          urgency: 'soon',
        };
        const { id } = await this.send('worker', 'requests', asked, 'ask');
        if (id) this.requests.push(id);
        return;
      }
      case 'offer':
      case 'placement':
      case 'acceptance':
        if (request) await this.send('manager', `requests/${request}/${step.do}`, {}, step.do);
    }
  }

  private async draft(child: number, dates: object): Promise<void> {
    const casPlan = this.casPlans.get(this.children[child]?.familyId ?? '');
    if (!casPlan) return;
    const { id } = await this.send(
      'worker',
      'short-break-plans',
      {
        ...{ casPlanId: casPlan.id, youngPersonId: this.children[child]?.id, ...dates, nightsAgreed: 90 },
        ...{ legalBasis: 's17', consent: { by: 'A parent', how: 'In writing', on: '2026-01-05' } },
        ...{ goals: [{ casGoalId: casPlan.goalId, text: 'Rest' }], activities: [], expectations: 'Rest.' },
      },
      'plan',
    );
    if (id) this.plans.push({ id, child, casPlanId: casPlan.id, goalId: casPlan.goalId });
  }

  private async open(child: number): Promise<void> {
    const familyId = this.children[child]?.familyId ?? '';
    const goals = [{ text: 'Rest at home' }];
    const dates = { startsOn: '2026-01-01', reviewOn: '2026-06-01' };
    const body = { familyId, support: 'cas-only', ...dates, goals };
    const opened = await this.send('worker', 'cas-plans', body, 'open');
    if (opened.id) this.casPlans.set(familyId, { id: opened.id, goalId: opened.goals?.[0]?.id ?? '' });
  }

  /** A family whose plan is closed gets a new one. */
  private async turn(child: number, how: 'dormancy' | 'reopening' | 'closure'): Promise<void> {
    const casPlan = this.casPlans.get(this.children[child]?.familyId ?? '');
    const body = how === 'closure' ? { on: TODAY, reason: 'moved-away' } : {};
    await this.send('worker', `cas-plans/${casPlan?.id ?? ''}/${how}`, body, how);
    if (how === 'closure') await this.open(child);
  }

  private async send(user: User, path: string, body: object, what = 'lay'): Promise<Answer> {
    const answer = await product.as(user).post(`/api/${path}`).send(body);
    expect([path, answer.status < 500]).toEqual([path, true]);
    if (answer.status < 300) done.set(what, (done.get(what) ?? 0) + 1);
    return answer.status < 300 ? (answer.body as Answer) : {};
  }
}

interface Answer {
  readonly id?: string;
  readonly items?: readonly { readonly id: string }[];
  readonly goals?: readonly { readonly id: string }[];
}

it('leaves no planned stay outside an agreed plan, whatever is done to plans, requests and stays', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 30 }), async (steps) => {
      const world = await World.filled();
      for (const each of steps) {
        await world.take(each);
        const uncovered = await product.dataSource.query<unknown[]>(UNCOVERED, [TODAY]);
        expect([each, uncovered]).toEqual([each, []]);
      }
    }),
    { numRuns: 15, endOnFailure: true, examples: [[EACH_ONCE]] },
  );
  const everything = [...new Set(EACH_ONCE.map((each) => (each.do === 'revise' ? 'plan' : each.do)))];
  expect(everything.filter((what) => !done.has(what))).toEqual([]);
});
