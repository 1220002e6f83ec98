import { aUnit, type AUnit } from '../support/diary';
import { aStayOf } from '../support/in-progress';
import { aNamed } from '../support/people-page';
import { startProduct, type Product } from '../support/product';
import { aNamedFamily, asked, WEEKEND } from '../support/requests';
import type { User } from '../support/accounts';

let product: Product;
let unit: AUnit;
let coming: Stay;
let late: Stay;
let leaving: Stay;
let request: string;

interface Stay {
  readonly id: string;
  readonly childId: string;
}

beforeAll(async () => {
  product = await startProduct();
  unit = await aUnit(product);
  coming = await stay('Rowan Ashby', 0, { from: '2026-03-11', to: '2026-03-13', status: 'confirmed' });
  late = await stay('Late Larkin', 1, { from: '2026-03-10', to: '2026-03-13', status: 'confirmed' });
  leaving = await stay('Lea Morrow', 2, { from: '2026-03-09', to: '2026-03-11', status: 'in-residence' });
  await stay('Far Ahead', 3, { from: '2026-03-14', to: '2026-03-15', status: 'confirmed' });
  const { Nell } = await aNamedFamily(product, 'Quill', ['Nell']);
  request = (await asked(product, unit.id, [Nell], { ...WEEKEND, urgency: 'urgent' })).id;
});
afterAll(() => product.close());

async function stay(
  name: string,
  room: number,
  dates: { from: string; to: string; status: string },
): Promise<Stay> {
  const childId = await aNamed(product, name);
  const bed = unit.rooms[room];
  return { childId, id: await aStayOf(product, childId, unit, { ...dates, ...(bed ? { bed } : {}) }) };
}

const home = async (user: User, query = `?unit=${unit.id}`) => product.page(user).get(`/${query}`);

const statusOf = async ({ id }: Stay) =>
  (await product.as('manager').get(`/api/stays/${id}`)).body as { status: string; arrivedAt: string | null };

/** What the button of a stay on the home page sends. */
function fieldsOf(html: string, { id }: Stay): Record<string, string> {
  const form = new RegExp(`action="/stays/${id}/arrival"[^>]*>(.*?)</form>`, 's').exec(html)?.[1] ?? '';
  const inputs = [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]));
}

it.each(['manager', 'deputy', 'staff'] as const)('tells %s who comes and who goes today', async (user) => {
  const { status, text } = await home(user);
  expect(status).toBe(200);
  expect(text).toContain('Wed 11 March 2026. One young person is here now.');
  for (const name of ['Rowan Ashby', 'Late Larkin', 'Lea Morrow']) expect(text).toContain(name);
  expect(text).toContain('Expected Tue 10 March');
  expect(text).not.toContain('Far Ahead');
});

it('leads managers to what waits for a decision, and nobody else', async () => {
  expect((await home('manager')).text).toContain(`href="/requests/${request}">Decide: Nell Quill`);
  expect((await home('deputy')).text).toContain('Decide: Nell Quill');
  expect((await home('staff')).text).not.toContain('Nell Quill');
});

it('records an arrival at the moment its button is pressed, and says whose', async () => {
  const fields = fieldsOf((await home('staff')).text, coming);
  product.clock.at = new Date('2026-03-11T16:40:00Z');
  const answer = await product.page('staff').post(`/stays/${coming.id}/arrival`).type('form').send(fields);
  expect([answer.status, answer.headers['location']]).toEqual([
    303,
    `/?unit=${unit.id}&done=arrival&about=${coming.id}`,
  ]);
  expect(await statusOf(coming)).toMatchObject({
    status: 'in-residence',
    arrivedAt: expect.stringContaining('2026-03-11T16:40') as string,
  });
  const after = await home('staff', answer.headers['location']?.slice(1));
  expect(after.text).toContain('Rowan Ashby: the arrival is recorded.');
  expect(after.text).toContain('2 young people are here now.');
});

it('acts once for a button pressed twice', async () => {
  const { text } = await home('staff');
  const fields = fieldsOf(text, late);
  const press = () => product.page('staff').post(`/stays/${late.id}/arrival`).type('form').send(fields);
  const [one, other] = [await press(), await press()];
  expect([one.status, other.status]).toEqual([303, 303]);
  expect(other.headers['location']).toBe(one.headers['location']);
});

it('says why when somebody was quicker, and keeps where to go back to', async () => {
  const child = await stay('Quick Quinn', 3, { from: '2026-03-11', to: '2026-03-12', status: 'confirmed' });
  const fields = fieldsOf((await home('staff')).text, child);
  expect((await product.as('manager').post(`/api/stays/${child.id}/non-arrival`).send({})).status).toBe(200);
  const { key: _key, ...rest } = fields;
  const answer = await product.page('staff').post(`/stays/${child.id}/arrival`).type('form').send(rest);
  expect([409, 412]).toContain(answer.status);
  expect(answer.text).toMatch(/did not arrive|Somebody changed this/);
  expect(answer.text).toContain('<input type="hidden" name="from" value="home">');
});

it('leads back home from the form of a departure', async () => {
  const path = `/stays/${leaving.id}/departure`;
  const form = await product.page('staff').get(`${path}?from=home&unit=${unit.id}`);
  expect(form.text).toContain('<input type="hidden" name="from" value="home">');
  const sent = { on: '2026-03-11', at: '16:00', destination: 'Home.', summary: 'It went well.' };
  const answer = await product
    .page('staff')
    .post(path)
    .type('form')
    .send({ ...sent, from: 'home', unit: unit.id });
  expect(answer.headers['location']).toBe(`/?unit=${unit.id}&done=departure&about=${leaving.id}`);
});

it.each(['service-manager', 'finance', 'auditor', 'visitor'] as const)(
  'gives %s figures, and names nobody',
  async (user) => {
    const { status, text } = await home(user);
    expect(status).toBe(200);
    expect(text).toContain('What a night used cost');
    expect(text).not.toMatch(/Ashby|Larkin|Morrow|Quill/);
    expect(text).not.toContain(coming.childId);
    expect(text).not.toContain(coming.id);
  },
);

it('gives a worker their own families and requests, and nobody else’s', async () => {
  const own = await home('worker', '');
  expect(own.text).toContain('My families');
  expect(own.text).toContain(`href="/requests/${request}"`);
  expect(own.text).toContain('Nell Quill');
  const other = await home('worker-2', '');
  expect(other.text).not.toMatch(/Quill|Ashby/);
  expect(other.text).not.toContain(request);
});

it('gives an administrator places, and of the unit nothing but that there is one', async () => {
  const { text } = await home('administrator');
  expect(text).toContain('Accounts');
  expect(text).not.toMatch(/Ashby|Quill|What a night used cost/);
});

it('answers for a unit there is not that there is none', async () => {
  expect((await home('manager', '?unit=4b0d5e8e-6f7e-4e8c-9a53-0d3f5c1f2a10')).status).toBe(404);
  expect((await home('manager', '?unit=larch')).status).toBe(404);
});
