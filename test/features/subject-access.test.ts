import type { User } from '../support/accounts';
import { aFullYear } from '../support/need-to-know/a-full-year';
import type { Laid } from '../support/need-to-know/laid';
import { startProduct, type Product } from '../support/product';

let product: Product;
let laid: Laid;
beforeAll(async () => {
  product = await startProduct();
  laid = await aFullYear(product);
});
afterAll(() => product.close());

const ask = (id: string, user: User = 'manager') => product.as(user).get(`/api/young-people/${id}/bundle`);
const print = (id: string, user: User = 'manager') =>
  product.as(user).get(`/young-people/${id}/bundle.html`).set('Accept', 'text/html');

type Bundle = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Whose stays, visits, requests, judgements, emergencies and entries there are. */
function some(): Laid['people'] {
  const about = (things: Laid['ids']['stays']) => new Set(things.map(({ youngPersonId }) => youngPersonId));
  const { stays, tasks } = laid.ids;
  const kinds = [
    stays,
    tasks,
    laid.ids['emergency-claims'],
    laid.ids['day-visits'],
    laid.ids['solo-decisions'],
  ];
  const chosen = kinds.flatMap((things) => [...about(things)].slice(0, 3));
  return laid.people.filter(({ id }, index) => chosen.includes(id) || index % 50 === 0);
}

/** What singles out anybody but this child: their family's reference and name may be the child's too. */
function othersIn(text: string, id: string, familyId: string): string[] {
  const plain = text.toLowerCase();
  const families = laid.households.filter((household) => household.id !== familyId);
  const words = laid.people
    .filter((person) => person.id !== id)
    .flatMap((person) => [person.givenName, person.familyName, person.caseReference, person.id]);
  return [...words, ...families.flatMap(({ reference, id: other }) => [reference, other])].filter((word) =>
    plain.includes(word.toLowerCase()),
  );
}

describe('the bundle of what is kept of a child', () => {
  it('names no other child, of whoever it is and in either form', async () => {
    const people = some();
    expect(people.length).toBeGreaterThan(10);
    const filled = new Set<string>();
    for (const { id, familyId, givenName } of people) {
      const answer = await ask(id).expect(200);
      expect([givenName, othersIn(answer.text, id, familyId)]).toEqual([givenName, []]);
      expect(answer.text).toContain(givenName);
      for (const [section, items] of Object.entries(answer.body as Bundle))
        if (Array.isArray(items) && items.length > 0) filled.add(section);
    }
    for (const { id, familyId } of people.slice(0, 5))
      expect(othersIn((await print(id).expect(200)).text, id, familyId)).toEqual([]);
    expect([...filled].sort()).toEqual(
      expect.arrayContaining([
        ...['assessments', 'casPlans', 'caseRecord', 'dayVisits', 'emergencyClaims', 'noticed', 'requests'],
        ...['shortBreakPlans', 'soloDecisions', 'stays', 'tasks', 'whoHasLookedAndWhatWasDone'],
      ]),
    );
  });

  it('would name others if nobody took them out: what was written does', async () => {
    const claim = laid.ids['emergency-claims'][0];
    const person = laid.people.find(({ id }) => id === claim?.youngPersonId);
    const [{ reason }] = await product.dataSource.query<[{ reason: string }]>(
      'SELECT reason FROM emergency_claims WHERE id = $1',
      [claim?.id],
    );
    expect(othersIn(reason, person?.id ?? '', person?.familyId ?? '')).toHaveLength(1);
    const bundle = (await ask(person?.id ?? '').expect(200)).body as Bundle;
    expect(bundle['emergencyClaims']).toMatchObject([
      {
        reason: 'Fell out with another young person at home.',
        controls: ['Fell out with another young person at home.'],
        claimedBy: { professional: 'Test manager', role: 'manager' },
      },
    ]);
  });

  it('holds the case record with its corrections, and how long it is kept', async () => {
    const [first] = laid.people;
    const bundle = (await ask(first?.id ?? '').expect(200)).body as Bundle;
    expect(bundle['caseRecord']).toMatchObject([
      { text: `${first?.givenName} ran.`, correctedAt: expect.any(String) as string },
      { text: `${first?.givenName} swam.`, writtenBy: { professional: 'Test staff', role: 'staff' } },
    ]);
    expect(bundle['child']).toMatchObject({
      ...{ givenName: first?.givenName, caseReference: first?.caseReference },
      kept: { as: 'Child’s case record', until: '2087-06-01', isProvisional: false },
    });
  });

  it('is a file of its own, under no child’s name, which nothing on the way keeps', async () => {
    const [first] = laid.people;
    const id = first?.id ?? '';
    for (const [answer, ending, type] of [
      [await ask(id), 'json', /^application\/json/],
      [await print(id), 'html', /^text\/html/],
      [await product.as('deputy').get(`/young-people/${id}/bundle.json`), 'json', /^application\/json/],
    ] as const) {
      expect(answer.status).toBe(200);
      expect(answer.headers['content-disposition']).toBe(
        `attachment; filename="subject-access-2026-03-11.${ending}"`,
      );
      expect(answer.headers['content-type']).toMatch(type);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
    const { text } = await print(id);
    expect(text).not.toMatch(/(?:src|href)=/);
    expect(text).toContain('size: A4');
  });

  it('is in the audit trail, by whom and how, before it leaves', async () => {
    const [, second] = laid.people;
    const id = second?.id ?? '';
    await ask(id, 'deputy').expect(200);
    const trail = await product.dataSource.query<object[]>(
      `SELECT actor_name, after FROM audit_entries WHERE action = 'export.taken' AND young_person_id = $1 ORDER BY id`,
      [id],
    );
    const taken = { actor_name: 'Test deputy', after: { name: 'subject-access-bundle', format: 'json' } };
    expect(trail.at(-1)).toMatchObject(taken);
    const again = (await ask(id).expect(200)).body as Bundle;
    expect(again['whoHasLookedAndWhatWasDone']).toContainEqual(
      expect.objectContaining({
        action: 'export.taken',
        by: { professional: 'Test deputy', role: 'deputy' },
      }),
    );
  });

  it('is given by a manager or deputy, and nobody else', async () => {
    const [first] = laid.people;
    const id = first?.id ?? '';
    const others = [
      'staff',
      'worker',
      'edt',
      'service-manager',
      'finance',
      'auditor',
      'administrator',
      'visitor',
    ] as const;
    for (const user of others) {
      await ask(id, user).expect(403);
      await print(id, user).expect(403);
    }
    await ask('00000000-0000-4000-8000-000000000000').expect(404);
  });
});
