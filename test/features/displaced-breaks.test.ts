import { FreedNights } from '../../src/platform/freed-nights';
import type { User } from '../support/accounts';
import { aUnit, book, type AUnit } from '../support/diary';
import { claim, claimABed, givenFor, waysFor } from '../support/emergencies';
import { startProduct, type Product } from '../support/product';
import {
  act,
  aFamily,
  aNamedFamily,
  asked,
  getOn,
  read,
  statesOf,
  type ToldRequest,
} from '../support/requests';

interface Told extends ToldRequest {
  readonly displacedBefore: boolean;
  readonly youngPersonIds: readonly string[];
  readonly nights: number;
  readonly earliest: string;
  readonly latest: string;
  readonly weekdays: readonly number[];
  readonly urgency: string;
  readonly reason: string;
  readonly requestedByName: string;
  readonly lost: { readonly arrivesOn: string; readonly datesOffered: readonly string[] } | null;
  readonly replacedById: string | null;
}

interface Notice {
  readonly kind: string;
  readonly to_name: string;
  readonly subject: string;
  readonly body: string;
  readonly link: string;
}

const SOON = { nights: 2, earliest: '2026-03-10', latest: '2026-03-10', weekdays: [] };

let product: Product;
let unit: AUnit;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  product.clock.at = new Date('2026-03-01T12:00:00Z');
  unit = await aUnit(product, { rooms: 1 });
});

const atNight = () => {
  product.clock.at = new Date('2026-03-11T02:04:00Z');
};

async function placed(family: readonly string[], also: object = SOON): Promise<ToldRequest> {
  const request = await asked(product, unit.id, family, also);
  const answer = await act(product, 'manager', request, 'placement');
  expect([answer.status, answer.body]).toMatchObject([200, { status: 'placed' }]);
  return answer.body as ToldRequest;
}

async function requestsOf(user: User = 'worker'): Promise<Told[]> {
  const answer = await product.as(user).get(`/api/requests?unitId=${unit.id}`);
  return (answer.body as { items: Told[] }).items;
}

/** The request made for what was lost. */
async function lostRequest(): Promise<Told> {
  await product.app.get(FreedNights).settled();
  const found = (await requestsOf()).find(({ lost }) => lost !== null);
  if (!found) throw new Error('Nothing asks for the nights anew.');
  return found;
}

const notices = (): Promise<Notice[]> =>
  product.dataSource.query<Notice[]>(
    'SELECT kind, to_name, subject, body, link FROM notices WHERE unit_id = $1 ORDER BY kind, to_name',
    [unit.id],
  );

const choose = (request: Pick<ToldRequest, 'id'>, arrivesOn: string, user: User = 'worker') =>
  act(product, user, request, 'choice', { arrivesOn });

async function owedTo(youngPersonId: string): Promise<unknown> {
  const answer = await product.as('worker').get(`/api/short-break-plans?youngPersonId=${youngPersonId}`);
  return (answer.body as { items: { balance: object }[] }).items[0]?.balance;
}

async function familyPageOf(youngPersonId: string): Promise<string> {
  const known = await product.as('worker').get(`/api/young-people/${youngPersonId}`);
  const { familyId } = known.body as { familyId: string };
  return (await product.as('worker').get(`/families/${familyId}`)).text;
}

async function aChildWithoutPlans(): Promise<string> {
  const [row] = await product.dataSource.query<{ id: string }[]>(`
    WITH family AS (INSERT INTO families (reference) VALUES ('None') RETURNING id)
    INSERT INTO young_people (family_id, given_name, family_name, date_of_birth, case_reference)
    SELECT id, 'Given', 'Family', '2013-05-06', 'C' FROM family RETURNING id`);
  return row?.id ?? '';
}

describe('a planned stay that loses its bed', () => {
  it('is asked for anew at once, first in the queue, with three dates that work', async () => {
    const family = await aFamily(product);
    const original = await placed(family);
    atNight();
    expect((await claimABed(product, unit)).status).toBe(201);
    const request = await lostRequest();
    expect(request).toMatchObject({
      ...{ status: 'waiting', displacedBefore: true, youngPersonIds: family, nights: 2, urgency: 'soon' },
      ...{ earliest: '2026-03-12', latest: '2026-06-10', weekdays: [] },
      reason: 'Lost its bed to an emergency on Tue 10 March 2026.',
      requestedByName: 'Test worker',
      lost: { arrivesOn: '2026-03-10', departsOn: '2026-03-12' },
    });
    expect(request.lost?.datesOffered).toHaveLength(3);
    const kept = await product.dataSource.query<object[]>(
      'SELECT stay_id, request_id, nights, dates_offered FROM displacements WHERE young_person_id = ANY ($1)',
      [family],
    );
    expect(kept).toMatchObject([
      {
        ...{ stay_id: original.stayIds[0], request_id: request.id, nights: 2 },
        dates_offered: request.lost?.datesOffered,
      },
    ]);
    expect(await read(product, original)).toMatchObject({ status: 'placed', replacedById: request.id });
    const audit = await product.dataSource.query<object[]>(
      `SELECT actor_role, action, reason FROM audit_entries WHERE subject_id = $1 AND action NOT IN ('file.looked-at', 'access.refused')`,
      [request.id],
    );
    expect(audit).toMatchObject([{ actor_role: 'edt', action: 'request.made', reason: request.reason }]);
  });

  it('keeps to what is left of the days the family said suit', async () => {
    await placed(await aFamily(product), {
      ...{ nights: 2, earliest: '2026-03-10', latest: '2026-04-28', weekdays: ['tuesday'] },
      urgency: 'urgent',
    });
    atNight();
    const ways = await waysFor(product, unit);
    const way = ways.find(({ displace }) => displace.length > 0);
    await claim(product, unit, way && givenFor(way));
    expect(await lostRequest()).toMatchObject({
      ...{ earliest: '2026-03-12', latest: '2026-04-28', weekdays: [2], urgency: 'urgent' },
      lost: { datesOffered: expect.arrayContaining(['2026-03-17']) as string[] },
    });
  });

  it('is asked for by the system where nobody asked and no key worker holds a plan any more', async () => {
    const [child = ''] = await aFamily(product);
    await book(product, unit, [{ youngPersonId: child, arrivesOn: '2026-03-10', departsOn: '2026-03-12' }]);
    const another = await aChildWithoutPlans();
    await product.dataSource.query(
      `UPDATE stays SET young_person_id = $2, plan_id = NULL WHERE young_person_id = $1`,
      [child, another],
    );
    await product.dataSource.query('UPDATE bed_uses SET young_person_id = $2 WHERE young_person_id = $1', [
      child,
      another,
    ]);
    atNight();
    expect((await claimABed(product, unit)).status).toBe(201);
    const [request] = await requestsOf('manager');
    expect(request).toMatchObject({
      ...{ requestedByName: 'The system', status: 'waiting', displacedBefore: true },
      lost: { datesOffered: [] },
    });
    expect((await notices()).map(({ kind }) => kind)).toEqual([
      ...['emergency.claimed', 'emergency.claimed'],
      ...['stay.displaced', 'stay.displaced'],
    ]);
  });

  it('goes whole with its siblings, into one request for all of them', async () => {
    unit = await aUnit(product, { rooms: 2 });
    const family = await aFamily(product, 2);
    await placed(family);
    atNight();
    expect((await claimABed(product, unit)).status).toBe(201);
    const request = await lostRequest();
    expect([...request.youngPersonIds].sort()).toEqual([...family].sort());
    expect((await requestsOf()).filter(({ lost }) => lost)).toHaveLength(1);
    const chosen = await choose(request, request.lost?.datesOffered[0] ?? '');
    expect(chosen.body).toMatchObject({ status: 'placed' });
    const { stayIds } = chosen.body as Told;
    expect(await statesOf(product, stayIds)).toEqual(['confirmed', 'confirmed']);
  });

  it('makes two requests of two families booked in one go', async () => {
    unit = await aUnit(product, { rooms: 2 });
    const [one, other] = [await aFamily(product), await aFamily(product)];
    await getOn(product, one, other);
    const dates = { arrivesOn: '2026-03-10', departsOn: '2026-03-12' };
    await book(
      product,
      unit,
      [...one, ...other].map((youngPersonId) => ({ youngPersonId, ...dates })),
    );
    atNight();
    await claimABed(product, unit);
    const requests = await requestsOf();
    expect(requests.map(({ youngPersonIds }) => youngPersonIds).sort()).toEqual([one, other].sort());
  });

  it('leaves no request, no notice and no word of it when the claim is refused at the end', async () => {
    const original = await placed(await aFamily(product));
    atNight();
    await product.dataSource.query(`
      CREATE FUNCTION refuse_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'too late'; END $$;
      CREATE TRIGGER refuse_it BEFORE INSERT ON tasks FOR EACH ROW EXECUTE FUNCTION refuse_it()`);
    const refused = await claimABed(product, unit);
    await product.dataSource.query('DROP TRIGGER refuse_it ON tasks; DROP FUNCTION refuse_it');
    expect(refused.status).toBe(500);
    expect((await requestsOf()).map(({ id }) => id)).toEqual([original.id]);
    expect(await statesOf(product, original.stayIds)).toEqual(['confirmed']);
    expect(await notices()).toEqual([]);
  });
});

describe('beds that were only held', () => {
  it('give the request back to the waiting list, put first, and make no second one', async () => {
    const family = await aFamily(product);
    const request = await asked(product, unit.id, family, SOON);
    product.clock.at = new Date('2026-03-10T23:00:00Z');
    const offered = await act(product, 'manager', request, 'offer', { expiresInHours: 24 });
    expect(offered.body).toMatchObject({ status: 'offered' });
    atNight();
    expect((await claimABed(product, unit)).status).toBe(201);
    const all = await requestsOf();
    expect(all).toMatchObject([
      { id: request.id, status: 'waiting', displacedBefore: true, offer: null, urgency: 'soon' },
    ]);
    expect(all[0]?.lost?.datesOffered).toHaveLength(3);
    const offers = await product.dataSource.query<object[]>(
      'SELECT outcome, ended_reason FROM request_offers WHERE request_id = $1',
      [request.id],
    );
    expect(offers).toEqual([
      { outcome: 'withdrawn', ended_reason: 'Lost its bed to an emergency on Tue 10 March 2026.' },
    ]);
  });

  it('were booked when every stay had been confirmed: then a new request is made', async () => {
    const request = await asked(product, unit.id, await aFamily(product), SOON);
    product.clock.at = new Date('2026-03-10T12:00:00Z');
    const { stayIds } = (await act(product, 'manager', request, 'offer')).body as ToldRequest;
    await product
      .as('staff')
      .post(`/api/stays/${stayIds[0] ?? ''}/confirmation`)
      .send({});
    atNight();
    await claimABed(product, unit);
    expect(await lostRequest()).not.toMatchObject({ id: request.id });
    expect(await read(product, request)).toMatchObject({ status: 'placed' });
  });
});

describe('choosing among the dates', () => {
  it('books them at once, and protects what was booked from the next emergency', async () => {
    const [child = ''] = await aFamily(product);
    await placed([child]);
    expect(await owedTo(child)).toMatchObject({ booked: 2, owed: 0 });
    atNight();
    await claimABed(product, unit);
    expect(await owedTo(child)).toMatchObject({ booked: 0, used: 0, owed: 2 });
    expect(await familyPageOf(child)).toMatch(/<dt>Owed<\/dt>\s*<dd>2<\/dd>/);
    const request = await lostRequest();
    const dates = await product.as('worker').get(`/api/requests/${request.id}/choice`);
    expect(dates.body).toMatchObject({
      items: request.lost?.datesOffered.map((arrivesOn) => ({
        arrivesOn,
        wasOffered: true,
        placeable: true,
      })),
    });
    const chosen = await choose(request, '2026-03-12');
    expect(chosen.body).toMatchObject({ status: 'placed', decline: null });
    expect(await owedTo(child)).toMatchObject({ booked: 2, owed: 0 });
    expect(await familyPageOf(child)).not.toContain('Owed');

    product.clock.at = new Date('2026-03-12T21:00:00Z');
    const [way] = await waysFor(product, unit);
    expect(way?.displace).toEqual((chosen.body as Told).stayIds);
    expect(way?.findings.map(({ code }) => code)).toContain('protected');
    const without = { ...(way && givenFor(way)), authorisations: [] };
    expect((await claim(product, unit, without)).status).toBe(409);
    expect((await claimABed(product, unit)).status).toBe(201);
    expect(await owedTo(child)).toMatchObject({ owed: 2 });
    expect((await requestsOf()).filter(({ lost }) => lost)).toHaveLength(2);
  });

  it('refuses dates that work no more, says so, and says which do', async () => {
    const [other = ''] = await aFamily(product, 1, { worker: 'worker-2' });
    await placed(await aFamily(product));
    atNight();
    await claimABed(product, unit);
    const request = await lostRequest();
    const [first = ''] = request.lost?.datesOffered ?? [];
    await book(product, unit, [{ youngPersonId: other, arrivesOn: first, departsOn: '2026-03-20' }]);
    const refused = await choose(request, first);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      detail: expect.stringContaining('does not work any more. Choose another of the dates.') as string,
      free: expect.arrayContaining([expect.objectContaining({ arrivesOn: '2026-03-20' })]) as object[],
    });
    expect(refused.text).not.toContain(other);
    const now = (await product.as('worker').get(`/api/requests/${request.id}/choice`)).body as {
      items: { arrivesOn: string }[];
    };
    expect(now.items).toHaveLength(3);
    expect(now.items.map(({ arrivesOn }) => arrivesOn)).not.toContain(first);
  });

  it('puts dates that need a manager’s authority to them, and stays first in the queue', async () => {
    const family = await aFamily(product, 1, { nights: 2 });
    await placed(family);
    atNight();
    await claimABed(product, unit);
    const request = await lostRequest();
    await product.dataSource.query(
      'UPDATE short_break_plans SET nights_agreed = 1 WHERE young_person_id = ANY ($1)',
      [family],
    );
    const answer = await choose(request, '2026-03-20');
    expect([answer.status, answer.body]).toMatchObject([
      200,
      {
        status: 'waiting',
        waiting: {
          words: expect.stringMatching(/^Fri 20 March 2026 is chosen. It needs a manager’s/) as string,
        },
      },
    ]);
    expect((await notices()).map(({ kind }) => kind)).toContain('request.dates-chosen');
    const authorisations = [{ code: 'nights-used', reason: 'They lost these nights.' }];
    const placement = { arrivesOn: '2026-03-20', authorisations };
    expect((await act(product, 'manager', request, 'placement', placement)).body).toMatchObject({
      status: 'placed',
    });
  });

  it('gives back what the waiting list holds for it meanwhile', async () => {
    const family = await aFamily(product);
    await placed(family, { ...SOON, nights: 3 });
    atNight();
    await claimABed(product, unit);
    const request = await lostRequest();
    expect(request).toMatchObject({ status: 'offered', offer: { arrivesOn: '2026-03-12' } });
    const chosen = await choose(request, '2026-03-13');
    expect(chosen.body).toMatchObject({ status: 'placed', offer: null });
    expect((await read(product, request)).stayIds).toHaveLength(1);
    expect(await statesOf(product, request.stayIds)).toEqual(['cancelled']);
  });

  it('is for whoever speaks for the family, where a bed was lost, on a day that suits', async () => {
    const ordinary = await asked(product, unit.id, await aFamily(product), {
      ...SOON,
      ...{ earliest: '2026-04-01', latest: '2026-04-20' },
    });
    await placed(await aFamily(product));
    atNight();
    await claimABed(product, unit);
    const request = (await requestsOf()).find(({ lost }) => lost);
    if (!request) throw new Error('No request');
    const [day = ''] = request.lost?.datesOffered ?? [];
    expect((await choose(request, day, 'worker-2')).status).toBe(404);
    expect((await product.as('worker-2').get(`/api/requests/${request.id}/choice`)).status).toBe(404);
    for (const user of ['staff', 'edt', 'service-manager', 'finance', 'auditor', 'administrator'] as const)
      expect([user, (await choose(request, day, user)).status]).toEqual([user, 403]);
    expect((await choose(request, '2027-01-01')).status).toBe(400);
    expect((await choose(ordinary, '2026-04-02')).status).toBe(409);
    expect((await choose(request, day, 'deputy')).status).toBe(200);
  });
});

describe('who is told', () => {
  it('is the key worker of whoever lost a bed and the managers, of no name and nothing of the child', async () => {
    const { Wren } = await aNamedFamily(product, 'Loster', ['Wren']);
    await placed([Wren]);
    atNight();
    const claimed = (await claimABed(product, unit, { child: { givenName: 'Zed', approximateAge: 15 } }))
      .body as { id: string; youngPersonId: string; stayId: string };
    const request = await lostRequest();
    const written = await notices();
    expect(written.map(({ kind, to_name, link }) => [kind, to_name, link])).toEqual([
      ['emergency.claimed', 'Test deputy', `/emergency-claims/${claimed.id}`],
      ['emergency.claimed', 'Test manager', `/emergency-claims/${claimed.id}`],
      ['stay.displaced', 'Test deputy', `/requests/${request.id}`],
      ['stay.displaced', 'Test manager', `/requests/${request.id}`],
      ['stay.displaced', 'Test worker', `/requests/${request.id}`],
    ]);
    const words = written.map(({ subject, body }) => `${subject} ${body}`).join();
    for (const secret of ['Wren', 'Loster', 'Zed', 'Found alone']) expect(words).not.toContain(secret);
    const told = [
      ...['', '/choice', '/dates'].map((path) => `/api/requests/${request.id}${path}`),
      ...[`/requests/${request.id}`, '/requests', '/api/requests'],
    ];
    for (const path of told) {
      const answer = await product.as('worker').get(path);
      expect(answer.status).toBe(200);
      for (const secret of ['Zed', 'Found alone', 'aunt', claimed.id, claimed.youngPersonId, claimed.stayId])
        expect([path, answer.text.includes(secret)]).toEqual([path, false]);
    }
  });

  it('is the key worker too when a stay only has other dates, and an offer says which', async () => {
    const request = await asked(product, unit.id, await aFamily(product), {
      ...{ nights: 2, earliest: '2026-03-11', latest: '2026-03-31', weekdays: [] },
    });
    product.clock.at = new Date('2026-03-10T20:00:00Z');
    const offered = (await act(product, 'manager', request, 'offer', { arrivesOn: '2026-03-11' }))
      .body as Told;
    const nights = 2;
    const preview = await product
      .as('edt')
      .post('/api/emergency-claims/preview')
      .send({ unitId: unit.id, age: 15, nights });
    const [way] = (preview.body as { ways: Parameters<typeof givenFor>[0][] }).ways;
    expect(way?.redate).toMatchObject([{ stayId: offered.stayIds[0] }]);
    expect((await claim(product, unit, { ...(way && givenFor(way)), nights })).status).toBe(201);
    const now = await read(product, request);
    expect(now.offer).toMatchObject({ arrivesOn: way?.redate[0]?.arrivesOn });
    const moved = (await notices()).filter(({ kind }) => kind === 'stay.re-dated');
    expect(moved).toMatchObject([{ to_name: 'Test worker', link: `/requests/${request.id}` }]);
    expect((await act(product, 'worker', request, 'acceptance')).body).toMatchObject({ status: 'placed' });
  });
});

it('shows the manager who lost a bed first, whatever else is urgent', async () => {
  await placed(await aFamily(product));
  const urgent = await asked(product, unit.id, await aFamily(product), {
    ...{ earliest: '2026-04-01', latest: '2026-04-30', weekdays: [], urgency: 'urgent' },
  });
  await act(product, 'manager', urgent, 'waiting');
  atNight();
  await claimABed(product, unit);
  const { id } = await lostRequest();
  const { text } = await product
    .as('manager')
    .get(`/requests?unit=${unit.id}&show=waiting`)
    .set('Accept', 'text/html');
  expect(text).toContain('Displaced before');
  expect(text).toContain('2 nights owed after an emergency');
  expect(text.indexOf(id)).toBeGreaterThan(0);
  expect(text.indexOf(id)).toBeLessThan(text.indexOf(urgent.id));
});
