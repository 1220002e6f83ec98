import type { User } from '../support/accounts';
import { anotherAccount } from '../support/another-account';
import { csv } from '../support/csv';
import { aUnit } from '../support/diary';
import { importFile, openUnit } from '../support/imports';
import { startProduct, type Product } from '../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const open = async (user: User, path: string) => product.page(user).get(path);

/** What each step says of itself. */
async function states(path = '/setting-up', user: User = 'manager'): Promise<string[]> {
  const { status, text } = await open(user, path);
  expect(status).toBe(200);
  return [...text.matchAll(/sb-step__head.*?sb-status[^>]*>([^<]+)</gs)].map(([, said = '']) => said);
}

const UNIT = { name: 'Larch House', places: '4', ageFrom: '8', ageTo: '17' };
const ROOMS = { 'room-0': 'Ocean', 'features-0': '', 'room-1': 'Forest', 'features-1': '' };
const CONTRACT = { startsOn: '2026-03-01', lastDay: '2027-02-28', nightsPerYear: '1440' };
const CHILD = { givenName: 'Rowan', familyName: 'Ashby', dateOfBirth: '2012-05-06', caseReference: 'SB-1' };

const send = async (path: string, form: object) => {
  const answer = await product
    .page('manager')
    .post(path)
    .type('form')
    .send({ from: 'setting-up', ...form });
  expect([path, answer.status]).toEqual([path, 303]);
  return answer.headers['location'] ?? '';
};

it('leads a new manager from nothing to a filled board', async () => {
  expect((await open('manager', '/')).text).toContain('href="/setting-up"');
  expect(await states()).toEqual(['Next', 'To do', 'To do', 'To do', 'To do']);

  const afterUnit = await send('/units/new', { ...UNIT, ...ROOMS, step: 'open' });
  const unit = /unit=([0-9a-f-]{36})&done=opened$/.exec(afterUnit)?.[1] ?? '';
  expect(afterUnit).toBe(`/setting-up?unit=${unit}&done=opened`);
  expect((await open('manager', afterUnit)).text).toContain('The unit is open.');
  expect(await states(afterUnit)).toEqual(['Done', 'Next', 'To do', 'To do', 'To do']);

  const contract = { ...CONTRACT, costPerYear: '672,750', unit };
  expect(await send(`/units/${unit}/contracts/new`, contract)).toBe(`/setting-up?unit=${unit}&done=contract`);
  const child = { ...CHILD, family: 'new', familyReference: 'F 1', unit };
  expect(await send('/young-people/new', child)).toBe(`/setting-up?unit=${unit}&done=person`);
  expect(await states(`/setting-up?unit=${unit}`)).toEqual(['Done', 'Done', 'Done', 'Next', 'To do']);
  expect((await open('manager', `/?unit=${unit}`)).text).toContain('3 of 5 steps done');

  expect((await importFile(product, unit, csv([{ stay: 'S1', room: '1' }]))).status).toBe('done');
  expect(await states(`/setting-up?unit=${unit}`)).toEqual(['Done', 'Done', 'Done', 'Done', 'Done']);
  expect((await open('manager', `/setting-up?unit=${unit}`)).text).toContain('Everything is set up.');
  expect((await open('manager', `/?unit=${unit}`)).text).not.toContain('Go on setting up');
  expect((await open('manager', `/board?unit=${unit}`)).status).toBe(200);
});

it('carries where it leads back to through a form that has to be mended', async () => {
  const answer = await product
    .page('manager')
    .post('/units/new')
    .type('form')
    .send({ ...UNIT, name: '', ...ROOMS, step: 'open', from: 'setting-up' });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('<input type="hidden" name="from" value="setting-up">');
});

it('leads nowhere but to pages of its own', async () => {
  const form = { ...UNIT, ...ROOMS, step: 'open', from: '//elsewhere.test' };
  const answer = await product.page('manager').post('/units/new').type('form').send(form);
  expect(answer.headers['location']).toMatch(/^\/units\/[0-9a-f-]{36}\?done=opened$/);
});

it('tells an administrator what is the manager’s to do, and names no child', async () => {
  const unit = await openUnit(product);
  await importFile(product, unit, csv([{ stay: 'S1', room: '1' }]));
  const { text } = await open('administrator', `/setting-up?unit=${unit}`);
  expect(text).toContain('The registered manager does this.');
  expect(text).toContain('href="/accounts"');
  expect(text).not.toContain('href="/young-people/new');
});

it.each(['staff', 'worker', 'edt', 'finance', 'auditor'] as const)('is closed to %s', async (user) => {
  expect((await open(user, '/setting-up')).status).toBe(403);
});

it('knows of no unit but somebody’s own', async () => {
  const [here, elsewhere] = [await aUnit(product), await aUnit(product)];
  const account = { username: 'm', role: 'manager', unitIds: [elsewhere.id] } as const;
  const { agent } = await anotherAccount(product, account);
  expect((await agent.get(`/setting-up?unit=${here.id}`).set('Accept', 'text/html')).status).toBe(404);
  expect((await agent.get('/setting-up').set('Accept', 'text/html')).text).toContain(elsewhere.id);
});
