import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import request, { type Response } from 'supertest';
import { withPlaces } from '../../src/platform/forms-in-views';
import { PASSWORD, type User } from '../support/accounts';
import { BrowserSession } from '../support/browser-session';
import { aUnit } from '../support/diary';
import { formTokenIn } from '../support/form-token-in';
import { Crawler } from '../support/need-to-know/crawler';
import { routesOf } from '../support/need-to-know/routes';
import { startProduct, type Product } from '../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await aUnit(product);
});
afterAll(() => product.close());

type Headers = Readonly<Record<string, string>>;

const withoutToken = (user: User): Headers => {
  const { Cookie = '', Accept = '' } = product.headersOf(user);
  return { Cookie, Accept };
};
const post = (path: string, headers: Headers, form: object = { a: 'b' }): Promise<Response> =>
  Promise.resolve(request(product.baseUrl).post(path).set(headers).type('form').send(form));
const refusal = ({ status, text }: Response) => [status, /This form cannot be taken/.test(text)];
const REFUSED = [403, true];

/** The council's sign-in sends what it signed itself, and has no page of ours. */
const SIGNED = '/sign-in/back-channel-logout';

/** Every address of a page that takes a form, whatever its ids. */
const addresses = () =>
  routesOf(product)
    .filter(
      ({ method, template }) => method === 'post' && !template.startsWith('/api/') && template !== SIGNED,
    )
    .map(({ template }) =>
      template.replace(':date', '2026-03-10').replaceAll(/:\w*[iI]d\b/g, () => randomUUID()),
    );

describe('a form', () => {
  it('is taken from a page of ours', async () => {
    const browser = new BrowserSession(product);
    await browser.signIn('manager');
    const form = { formToken: formTokenIn((await browser.get('/units/new')).text), name: 'Birch House' };
    expect((await browser.post('/units/new', form)).text).toContain('There is a problem');
  });

  it('is refused everywhere without the token of its page', async () => {
    expect(addresses().length).toBeGreaterThan(40);
    for (const path of addresses())
      expect([path, ...refusal(await post(path, withoutToken('manager')))]).toEqual([path, ...REFUSED]);
  });

  it('is refused everywhere with a token that is made up', async () => {
    const headers = { ...withoutToken('manager'), 'X-Form-Token': `${'a'.repeat(43)}.${'b'.repeat(22)}` };
    for (const path of addresses())
      expect([path, ...refusal(await post(path, headers))]).toEqual([path, ...REFUSED]);
  });

  it('is refused everywhere with the token of another session', async () => {
    const headers = { ...product.headersOf('deputy'), ...withoutToken('manager') };
    for (const path of addresses())
      expect([path, ...refusal(await post(path, headers))]).toEqual([path, ...REFUSED]);
  });

  it('is refused from another site, even with its token', async () => {
    for (const from of [{ 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'https://elsewhere.example' }]) {
      const { status, text } = await post('/units/new', { ...product.headersOf('manager'), ...from });
      expect([status, text.includes('sent from another site')]).toEqual([403, true]);
    }
  });

  it('with a file in it is refused too', async () => {
    const send = (headers: Headers) =>
      request(product.baseUrl).post('/import').set(headers).attach('file', Buffer.from('a'), 'a.csv');
    expect(refusal(await send(withoutToken('manager')))).toEqual(REFUSED);
    const browser = new BrowserSession(product);
    await browser.signIn('manager');
    const formToken = formTokenIn((await browser.get('/import')).text);
    const sent = await send({ Cookie: browser.cookie, Accept: 'text/html' }).field('formToken', formToken);
    expect([sent.status, sent.text.includes('Choose the unit')]).toEqual([400, true]);
  });

  it('of somebody who has signed in again meanwhile can be sent again, with what was typed', async () => {
    const browser = new BrowserSession(product);
    await browser.signIn('manager');
    const formToken = formTokenIn((await browser.get('/units/new')).text);
    await browser.signIn('manager');
    const late = await browser.post('/units/new', { formToken, name: 'Typed for an hour' });
    expect([late.status, late.text.includes('value="Typed for an hour"')]).toEqual([403, true]);
    expect(late.text).toContain('You have signed in again since you opened this page');
    const again = { formToken: formTokenIn(late.text), name: 'Typed for an hour' };
    expect((await browser.post('/units/new', again)).status).toBe(400);
    await browser.signIn('deputy');
    const others = await browser.post('/units/new', { formToken, name: 'Typed for an hour' });
    expect([...refusal(others), others.text.includes('Typed for an hour')]).toEqual([...REFUSED, false]);
  });
});

describe('signing in', () => {
  it('is asked for by a page of ours as well, so that nobody is signed in as somebody else', async () => {
    const form = { user: 'staff', password: PASSWORD };
    const answer = await post('/sign-in', { Accept: 'text/html' }, form);
    expect(refusal(answer)).toEqual(REFUSED);
    expect(answer.text).toContain('Your browser did not send back our cookie');
    const [mine, theirs] = [new BrowserSession(product), new BrowserSession(product)];
    const formToken = formTokenIn((await theirs.get('/sign-in')).text);
    await mine.get('/sign-in');
    expect(refusal(await mine.post('/sign-in', { ...form, formToken }))).toEqual(REFUSED);
    expect((await theirs.post('/sign-in', { ...form, formToken })).status).toBe(303);
  });
});

describe('the API', () => {
  it('takes no change from a cookie, and everything from a token sent on purpose', async () => {
    const body = { name: 'Birch House' };
    const headers = { ...product.headersOf('manager'), Accept: 'application/json' };
    const answer = await request(product.baseUrl).post('/api/units').set(headers).send(body);
    expect([answer.status, (answer.body as { detail: string }).detail]).toEqual([
      403,
      expect.stringContaining('not a cookie'),
    ]);
    expect((await product.as('manager').post('/api/units').send(body)).status).toBe(400);
  });
});

describe('every form', () => {
  it('there is in a template names how it is sent, and carries the token if it is posted', () => {
    const templates = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.njk'))
      .map((file) => readFileSync(join('src', file), 'utf8'));
    const forms = templates.flatMap((text) => withPlaces(text).match(/<form[^]*?<\/form>/g) ?? []);
    expect(forms.length).toBeGreaterThan(55);
    for (const form of forms)
      expect([form.slice(0, 120), form.includes('name="formToken"')]).toEqual([
        form.slice(0, 120),
        /^<form[^>]*method="post"/.test(form),
      ]);
    expect(forms.filter((form) => !/^<form[^>]*method="(post|get)"/.test(form))).toEqual([]);
  });

  it.each(['manager', 'worker', 'edt'] as const)('a %s meets carries theirs', async (user) => {
    const answers = await new Crawler(product, user).crawl(['/cookies']);
    const token = product.headersOf(user)['X-Form-Token'];
    const forms = answers.flatMap(({ text }) => text.match(/<form[^>]*method="post"[^>]*>\s*<[^>]*>/g) ?? []);
    expect(forms.length).toBeGreaterThan(5);
    for (const form of forms) expect(form).toContain(`name="formToken" value="${token}"`);
  });

  it('in what somebody typed gets none', async () => {
    const hostile = '<form method="post" action="/sign-out">';
    await product.as('manager').post('/api/families').send({ reference: hostile });
    const { text } = await product.page('manager').get(`/families?search=${encodeURIComponent(hostile)}`);
    expect(text).toContain('&lt;form');
    expect(text).not.toMatch(/action=&quot;\/sign-out&quot;&gt;<input/);
  });
});
