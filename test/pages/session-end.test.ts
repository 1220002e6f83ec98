import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { openBrowser, openPage, SETTINGS } from '../support/browser';
import { startProduct, type Product } from '../support/product';

const NOON = new Date('2026-03-11T12:00:00Z');
const MINUTE = 60_000;

let product: Product;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await product.close();
});
afterEach(() => page.context().close());

const [PHONE, DESK, NO_SCRIPTS] = SETTINGS;
const ending = () => page.getByRole('dialog', { name: 'You will be signed out soon' });
const button = (name: string) => page.getByRole('button', { name, exact: true });

/** Signed in at noon at the address, by the form. */
async function at(setting = DESK, path = '/units/new'): Promise<void> {
  product.clock.at = NOON;
  page = await openPage(browser, product, setting ?? { name: 'desk', options: {} });
  if (setting !== NO_SCRIPTS) await page.clock.install({ time: NOON });
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
  await button('Sign in as manager').click();
  await page.waitForURL(path);
}

/** For the product, and for the page where it has a clock. */
async function after(minutes: number, inThePage = true): Promise<void> {
  product.clock.at = new Date(product.clock.at.getTime() + minutes * MINUTE);
  if (inThePage) await page.clock.fastForward(minutes * MINUTE);
}

const isIn = async () => (await page.request.get('/session', { headers: await cookie() })).ok();
const cookie = async () => ({
  Accept: 'application/json',
  Cookie: (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; '),
});

describe.each([PHONE, DESK])('with scripts, at a $name', (setting) => {
  it('one is warned two minutes before, and stays signed in with one press', async () => {
    await at(setting);
    await page.getByLabel('Name').first().fill('Birch House');
    await after(12.5);
    expect(await ending().count()).toBe(0);
    await after(0.6);
    await ending().getByText('If you do nothing, you will be signed out in 2 minutes.').waitFor();
    await expectAccessible(page);
    expect((await page.locator('button:focus').textContent())?.trim()).toBe('Stay signed in');
    await button('Stay signed in').press('Enter');
    await ending().waitFor({ state: 'detached' });
    expect(await page.getByLabel('Name').first().inputValue()).toBe('Birch House');
    await after(12);
    expect(await isIn()).toBe(true);
  });
});

it('a window that was left is not warned while another is used', async () => {
  await at();
  await after(10, false);
  await page.request.get('/cookies', { headers: await cookie() });
  await after(3.1, false);
  await page.clock.fastForward(13.1 * MINUTE);
  await page.waitForResponse('**/session');
  expect(await ending().count()).toBe(0);
});

it('typing is doing something', async () => {
  await at();
  await after(10);
  await page.getByLabel('Name').first().fill('B');
  await page.waitForResponse('**/session/stay');
  await after(10);
  expect(await isIn()).toBe(true);
});

it('a page with a form stays when the time is over, and what was typed comes back', async () => {
  await at();
  await page.getByLabel('Name').first().fill('Typed for an hour');
  await after(16);
  await page.getByRole('dialog', { name: 'You have been signed out' }).waitFor();
  await expectAccessible(page);
  await button('Close').click();
  await button('Open the unit').click();
  await page.getByText('because nothing was done for 15 minutes').waitFor();
  await page.getByLabel('User name').fill('manager');
  await page.getByLabel('Password').fill('short-breaks');
  await button('Sign in').click();
  await button('Carry on').click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel('Name').first().inputValue()).toBe('Typed for an hour');
});

it('a page that only shows something goes', async () => {
  await at(DESK, '/units');
  await after(16);
  await page.waitForURL('**/sign-in?next=%2Funits');
  await page.getByText('because nothing was done for 15 minutes').waitFor();
  await expectAccessible(page);
});

describe('without scripts', () => {
  it('a page with a form says when, and keeps what was typed for whoever signs in again', async () => {
    await at(NO_SCRIPTS);
    await page.getByText('You will be signed out at 12:15 unless you send this').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Name').first().fill('Typed for an hour');
    await after(16, false);
    await button('Open the unit').click();
    await page.getByText('because nothing was done for 15 minutes').waitFor();
    await expectAccessible(page);
    await page.getByLabel('User name').fill('manager');
    await page.getByLabel('Password').fill('short-breaks');
    await button('Sign in').click();
    await expectAccessible(page);
    await button('Carry on').click();
    expect(await page.getByLabel('Name').first().inputValue()).toBe('Typed for an hour');
  });

  it('a page that only shows something leads to the warning after 13 minutes, and from it back', async () => {
    await at(NO_SCRIPTS, '/units?done=no');
    const refresh = await page.locator('noscript meta, meta[http-equiv=refresh]').getAttribute('content');
    expect(refresh).toBe('780; url=/session-ending?to=%2Funits%3Fdone%3Dno');
    await after(13, false);
    await page.goto('/session-ending?to=%2Funits%3Fdone%3Dno');
    await page.getByText('You will be signed out at 12:15.').waitFor();
    await expectAccessible(page);
    const next = await page.locator('meta[http-equiv=refresh]').getAttribute('content');
    expect(next).toBe('120; url=/sign-in?next=%2Funits%3Fdone%3Dno');
    await button('Stay signed in').click();
    await page.waitForURL('/units?done=no');
    await after(14, false);
    expect(await isIn()).toBe(true);
  });
});
