import type { Response } from 'supertest';
import { BrowserSession } from '../support/browser-session';
import { aCompatibleGroup, aUnit, book, type AUnit, type Booked } from '../support/diary';
import { formTokenIn } from '../support/form-token-in';
import { startProduct, type Product } from '../support/product';
import { act, aFamily, aNamedFamily, asked, read, WEEKEND } from '../support/requests';

let product: Product;
let unit: AUnit;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  product.clock.at = new Date('2026-03-11T12:00:00Z');
  unit = await aUnit(product);
});

const READ = { acknowledged: ['siblings-split'] };
const weekend = { arrivesOn: '2026-03-13', departsOn: '2026-03-16' };
const nextWeekend = { arrivesOn: '2026-03-20', departsOn: '2026-03-23' };
const found = ({ body }: Response) => (body as { findings: Record<string, unknown>[] }).findings;

describe('a request that leaves a sibling out', () => {
  it.each(['offer', 'placement'])('needs that read before the %s is made', async (answer) => {
    const [out = '', ...rest] = await aFamily(product, 3);
    const request = await asked(product, unit.id, [out, ...rest], { ...WEEKEND, mayLeaveOut: [out] });
    const refused = await act(product, 'manager', request, answer, { leaveOut: [out] });
    expect(refused.status).toBe(409);
    const split = { code: 'siblings-split', level: 'acknowledge', peerIds: [out] };
    expect(found(refused)).toMatchObject(rest.map((youngPersonId) => ({ ...split, youngPersonId })));
    const { status } = await act(product, 'manager', request, answer, { leaveOut: [out], ...READ });
    expect(status).toBe(200);
  });

  it('says so among the dates that would work without them, naming nobody to the worker', async () => {
    const [out = '', staying = ''] = await aFamily(product, 2);
    const [stranger = ''] = await aFamily(product, 1);
    const request = await asked(product, unit.id, [out, staying], WEEKEND);
    const dates = (query: string) => product.as('worker').get(`/api/requests/${request.id}/dates${query}`);
    const split = { code: 'siblings-split', level: 'acknowledge', youngPersonId: staying };
    const without = await dates(`?leaveOut=${out}`);
    expect(without.body).toMatchObject({ items: [{ placeable: true, findings: [split] }] });
    expect(without.text).not.toContain(out);
    expect((await dates('')).body).toMatchObject({ items: [{ placeable: true, findings: [] }] });
    expect((await dates(`?leaveOut=${stranger}`)).status).toBe(400);
    expect((await dates(`?leaveOut=${out}&leaveOut=${staying}`)).status).toBe(400);
  });

  it('is placed as it was offered without being read twice', async () => {
    const [out = '', ...rest] = await aFamily(product, 2);
    const request = await asked(product, unit.id, [out, ...rest], { ...WEEKEND, mayLeaveOut: [out] });
    await act(product, 'manager', request, 'offer', { leaveOut: [out], ...READ }).expect(200);
    expect((await act(product, 'worker', request, 'acceptance')).body).toMatchObject({ status: 'placed' });
  });

  it('has nothing to be read when everybody comes', async () => {
    const request = await asked(product, unit.id, await aFamily(product, 2), WEEKEND);
    await act(product, 'manager', request, 'placement').expect(200);
  });

  it('says so on the page of the request, where it is confirmed without JavaScript', async () => {
    const { Ann, Cara } = await aNamedFamily(product, 'Kestrel', ['Ann', 'Cara']);
    const request = await asked(product, unit.id, [Ann, Cara], { ...WEEKEND, mayLeaveOut: [Cara] });
    const browser = new BrowserSession(product);
    await browser.signIn('manager');
    const formToken = formTokenIn((await browser.get(`/requests/${request.id}`)).text);
    const form = { formToken, arrivesOn: weekend.arrivesOn, leaveOut: Cara };
    const refused = await browser.post(`/requests/${request.id}/answer/placement`, form);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('href="#acknowledged-siblings-split"');
    expect(refused.text).toContain('Split from Cara Kestrel.');
    expect(refused.text).toMatch(new RegExp(`name="leaveOut"[^>]*value="${Cara}"[^>]*checked`));
    const confirmed = { ...form, acknowledged: 'siblings-split' };
    expect((await browser.post(`/requests/${request.id}/answer/placement`, confirmed)).status).toBe(303);
    expect(await read(product, request)).toMatchObject({ status: 'placed', stayIds: [expect.any(String)] });
  });
});

describe('siblings placed together', () => {
  const redate = (stay: Booked | undefined, dates: object, also: object = {}) =>
    product
      .as('staff')
      .post(`/api/stays/${stay?.id ?? ''}/dates`)
      .send({ ...dates, ...also });

  async function together(people: readonly string[], dates = weekend): Promise<Booked[]> {
    const stays = people.map((youngPersonId) => ({ youngPersonId, ...dates }));
    const answer = await book(product, unit, stays);
    expect(answer.status).toBe(201);
    return (answer.body as { items: Booked[] }).items;
  }

  it('are parted by other dates of one of them, which whoever changes them must have read', async () => {
    const people = await aFamily(product, 2);
    const [one, other] = await together(people);
    const refused = await redate(one, nextWeekend);
    expect(refused.status).toBe(409);
    expect(found(refused)).toMatchObject([
      { code: 'siblings-split', level: 'acknowledge', youngPersonId: people[0], peerIds: [people[1]] },
    ]);
    expect((await redate(one, nextWeekend, READ)).body).toMatchObject(nextWeekend);
    expect((await redate(other, nextWeekend)).body).toMatchObject(nextWeekend);
    expect((await redate(other, weekend)).status).toBe(409);
  });

  it('are parted by a night more or less of one of them', async () => {
    const [one] = await together(await aFamily(product, 2));
    const longer = await redate(one, { ...weekend, departsOn: '2026-03-17' });
    expect(found(longer)).toMatchObject([{ code: 'siblings-split', nights: ['2026-03-16'] }]);
    const shorter = await redate(one, { ...weekend, departsOn: '2026-03-15' });
    expect(found(shorter)).toMatchObject([{ code: 'siblings-split', nights: ['2026-03-15'] }]);
  });

  it('are not parted by another room, nor by taking a change back', async () => {
    const [one] = await together(await aFamily(product, 2));
    const free = unit.rooms.at(-1)?.id;
    const staff = product.as('staff');
    const path = `/api/stays/${one?.id ?? ''}`;
    expect((await staff.post(`${path}/room`).send({ roomId: free })).status).toBe(200);
    await redate(one, nextWeekend, READ).expect(200);
    expect((await staff.post(`${path}/undoing`).send({})).body).toMatchObject(weekend);
  });

  it('are no group any more once the others are called off', async () => {
    const [one, other] = await together(await aFamily(product, 2));
    await product
      .as('staff')
      .post(`/api/stays/${other?.id ?? ''}/cancellation`)
      .send({ by: 'family', reason: 'Ill.' })
      .expect(200);
    await redate(one, nextWeekend).expect(200);
  });

  it('are of one family: young people of several who were booked in one go are not', async () => {
    const [one] = await together(await aCompatibleGroup(product, 2));
    await redate(one, nextWeekend).expect(200);
  });

  it('may be parted on the page that changes dates, once it is confirmed there', async () => {
    const { Ann, Cara } = await aNamedFamily(product, 'Merlin', ['Ann', 'Cara']);
    const [one] = await together([Ann, Cara]);
    const path = `/stays/${one?.id ?? ''}/dates`;
    const browser = new BrowserSession(product);
    await browser.signIn('staff');
    const form = { formToken: formTokenIn((await browser.get(path)).text), ...nextWeekend };
    const refused = await browser.post(path, form);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('href="#acknowledged-siblings-split"');
    expect(refused.text).toContain('Split from Cara Merlin.');
    expect((await browser.post(path, { ...form, acknowledged: 'siblings-split' })).status).toBe(303);
  });
});
