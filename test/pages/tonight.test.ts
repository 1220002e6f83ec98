import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PASSWORD } from '../support/accounts';
import { expectAccessible } from '../support/accessible';
import { LOOKS, openBrowser, openPage, SETTINGS, signIn, type Setting } from '../support/browser';
import { aCompatibleGroup, assessPair, aUnit, book, siblings, type AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';

const [PHONE = { name: 'phone', options: {} }] = SETTINGS;
/** What a bad line carries in a few seconds, without compression. */
const MOST_BYTES = 50_000;
const NO_LINE = /ERR_INTERNET_DISCONNECTED|ERR_FAILED/;
const MARCH = new Date('2026-03-11T12:00:00Z');

let product: Product;
let browser: Browser;
let unit: AUnit;
let fullUnit: AUnit;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
  unit = await aUnit(product);
  fullUnit = await aUnit(product, { rooms: 1 });
  const [one = '', other = '', third = ''] = await aCompatibleGroup(product, 3);
  const [fourth = ''] = await siblings(product, 1);
  await assessPair(product, [one, other], 'with-controls');
  const acknowledged = { acknowledged: ['controls'] };
  const from = (arrivesOn: string, departsOn: string) => ({ arrivesOn, departsOn });
  for (const [index, stay] of [
    { youngPersonId: one, ...from('2026-03-11', '2026-03-14') },
    { youngPersonId: other, ...from('2026-03-11', '2026-03-13') },
    { youngPersonId: third, ...from('2026-03-13', '2026-03-16') },
  ].entries())
    expect(
      (await book(product, unit, [{ ...stay, roomId: unit.rooms[index]?.id }], acknowledged)).status,
    ).toBe(201);
  const alone = { youngPersonId: fourth, ...from('2026-03-11', '2026-03-12') };
  expect((await book(product, fullUnit, [alone])).status).toBe(201);
});

afterAll(async () => {
  await browser.close();
  await product.close();
});

const cardOf = ({ id }: AUnit) => `/tonight?unitId=${id}`;

async function onPhone(path = cardOf(unit), user: 'edt' | 'staff' = 'edt'): Promise<Page> {
  const page = await openPage(browser, product, PHONE);
  await signIn(product, page, user, path);
  return page;
}

const IS_KEPT = `caches.match('/tonight').then((card) => card !== undefined)`;

const isKept = (page: Page) => page.evaluate<boolean>(IS_KEPT);

/** Once the worker has kept the card. */
async function kept(page: Page): Promise<void> {
  while (!(await isKept(page))) await page.waitForTimeout(50);
}

describe.each(SETTINGS)('the tonight card at a $name', (setting: Setting) => {
  let page: Page;

  beforeEach(async () => {
    product.clock.at = MARCH;
    page = await openPage(browser, product, setting);
  });

  afterEach(() => page.context().close());

  it('is accessible with beds and without, to those who may know names and those who may not', async () => {
    for (const user of ['edt', 'staff'] as const) {
      await page.context().clearCookies();
      await signIn(product, page, user, cardOf(unit));
      await expectAccessible(page);
      await page.goto(cardOf(fullUnit));
      await expectAccessible(page);
    }
  });

  it('is where the Emergency Duty Team begins, with the beds and the claim above the fold', async () => {
    await signIn(product, page, 'edt', '/');
    expect(new URL(page.url()).pathname).toBe('/tonight');
    await page.goto(cardOf(unit));
    expect(await page.title()).toBe('Tonight: 2 beds free – Short breaks');
    const claim = page.getByRole('link', { name: 'Claim a bed', exact: true });
    expect(await claim.getAttribute('href')).toBe(`/emergency-claims/new?unitId=${unit.id}`);
    const box = await claim.boundingBox();
    const height = page.viewportSize()?.height ?? 0;
    expect(box && box.y + box.height < height).toBe(true);
    expect(box && box.height >= 48).toBe(true);
  });

  it('leads from one unit to another, and to what can be done where there is no bed', async () => {
    await signIn(product, page, 'edt', cardOf(unit));
    await page.getByRole('link', { name: 'Test unit: full' }).click();
    await page.waitForURL(cardOf(fullUnit));
    const claim = page.getByRole('link', { name: 'See what can be done' });
    expect(await claim.getAttribute('href')).toBe(`/emergency-claims/new?unitId=${fullUnit.id}`);
    expect(await page.getByText('Offline', { exact: true }).isVisible()).toBe(false);
  });
});

describe('the line', () => {
  let context: BrowserContext | undefined;

  afterEach(async () => {
    await context?.close();
  });

  it.each(['edt', 'staff'] as const)('carries under 50 kB for the whole first card: %s', async (user) => {
    const page = await openPage(browser, product, PHONE);
    context = page.context();
    const fetched: { url: string; bytes: Promise<number> }[] = [];
    context.on('response', (response) => {
      const bytes = response
        .request()
        .sizes()
        .then((sizes) => sizes.responseBodySize + sizes.responseHeadersSize);
      fetched.push({ url: response.url(), bytes });
    });
    await signIn(product, page, user, cardOf(unit));
    await kept(page);
    await page.waitForLoadState('networkidle');
    const paths = fetched.map(({ url }) => new URL(url).pathname);
    expect(paths).toEqual(expect.arrayContaining(['/tonight', '/tonight-worker.js']));
    const bytes = (await Promise.all(fetched.map((each) => each.bytes))).reduce((sum, each) => sum + each, 0);
    expect([bytes > 5000, bytes < MOST_BYTES, bytes]).toEqual([true, true, bytes]);
  });

  /** The browser's own clock says whether the night of a kept card is over. */
  async function offline(path = cardOf(unit), user: 'edt' | 'staff' = 'edt', at = new Date()): Promise<Page> {
    product.clock.at = at;
    const page = await onPhone(path, user);
    context = page.context();
    await kept(page);
    await context.setOffline(true);
    await page.goto(path);
    return page;
  }

  it('is down: the last card says as of when, large, and no bed can be claimed', async () => {
    const page = await offline();
    const banner = page.getByRole('status');
    expect(await banner.innerText()).toMatch(/^Offline\s+As of \d\d:\d\d\s+\w{3} \d{1,2} \w+ \d{4}$/);
    const size = await page.evaluate<number>(
      `Number.parseFloat(getComputedStyle(document.querySelector('.tn-offline__as-of')).fontSize)`,
    );
    expect(size).toBeGreaterThanOrEqual(32);
    expect(await page.title()).toMatch(/^Offline: Tonight: 4 beds free/);
    expect(await page.getByRole('link', { name: /^Claim/ }).isVisible()).toBe(false);
    const instead = 'You are offline: a bed can only be claimed when you are back on line, or ring the unit.';
    expect(await page.getByText(instead).isVisible()).toBe(true);
    await expectAccessible(page);
    await screenshot(page, 'tonight-offline-phone');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
    await screenshot(page, 'tonight-offline-phone-dark');
    await context?.setOffline(false);
    await page.getByRole('link', { name: 'Claim a bed' }).waitFor();
  });

  it('goes down while the card is open, and the card says so', async () => {
    product.clock.at = new Date();
    const page = await onPhone();
    context = page.context();
    await context.setOffline(true);
    await page.getByRole('status').getByText('Offline').waitFor();
    expect(await page.getByRole('link', { name: /^Claim/ }).isVisible()).toBe(false);
  });

  it('is down when the night is over: the old card tells of no beds', async () => {
    const page = await offline(cardOf(unit), 'edt', MARCH);
    expect(await page.getByRole('status').innerText()).toContain('This card is of a night that is over.');
    expect(await page.getByText('beds free', { exact: true }).isVisible()).toBe(false);
    await expectAccessible(page);
    await screenshot(page, 'tonight-over-phone');
  });

  it('never keeps a name on the phone', async () => {
    product.clock.at = MARCH;
    const page = await onPhone(cardOf(unit), 'staff');
    context = page.context();
    expect(await page.content()).toMatch(/Given\d/);
    await kept(page);
    const card = await page.evaluate<string>(`caches.match('/tonight').then((card) => card.text())`);
    expect(card).toContain('data-line="up"');
    expect(card).not.toMatch(/Given\d|Family\d|\/stays\//);
  });

  it('is slow: the last card comes after a few seconds', async () => {
    product.clock.at = new Date();
    const page = await onPhone();
    context = page.context();
    await kept(page);
    const runner = product.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query('LOCK TABLE units IN ACCESS EXCLUSIVE MODE');
    try {
      await page.goto(cardOf(unit));
      expect(await page.getByRole('status').getByText('As of').isVisible()).toBe(true);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });

  it('keeps nothing but the card, and sends nothing later', async () => {
    const page = await offline();
    const all = `caches.keys().then((names) => Promise.all(names.map(async (name) =>
      (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname))))`;
    expect(await page.evaluate<string[][]>(all)).toEqual([['/tonight']]);
    await page
      .getByRole('button', { name: 'Sign out' })
      .click()
      .catch(() => undefined);
    await expect(page.goto('/cookies')).rejects.toThrow(NO_LINE);
    await context?.setOffline(false);
    await page.goto(cardOf(unit));
    expect(new URL(page.url()).pathname).toBe('/tonight');
  });

  it('shows nobody the card of somebody who has signed out', async () => {
    product.clock.at = new Date();
    const page = await openPage(browser, product, PHONE);
    context = page.context();
    await page.goto('/sign-in?next=/tonight');
    await page.getByLabel('User name').fill('edt');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL('/tonight');
    await kept(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('/sign-in');
    expect(await isKept(page)).toBe(false);
    await context.setOffline(true);
    await expect(page.goto('/tonight')).rejects.toThrow(NO_LINE);
  });

  it('throws the card away when the session is over and somebody looks', async () => {
    product.clock.at = new Date();
    const page = await onPhone();
    context = page.context();
    await kept(page);
    await context.clearCookies();
    await page.goto('/tonight');
    await page.waitForURL(/sign-in/);
    while (await isKept(page)) await page.waitForTimeout(50);
    await context.setOffline(true);
    await expect(page.goto('/tonight')).rejects.toThrow(NO_LINE);
  });
});

it.each(LOOKS)('looks right at a $name', async (look) => {
  product.clock.at = new Date('2026-03-12T02:04:00Z');
  const page = await openPage(browser, product, look);
  for (const user of ['edt', 'staff'] as const) {
    await page.context().clearCookies();
    await signIn(product, page, user, cardOf(unit));
    await screenshot(page, `tonight-${user}-${look.name}`);
    await expectAccessible(page);
  }
  await page.goto(cardOf(fullUnit));
  await screenshot(page, `tonight-full-${look.name}`);
  await page.context().close();
});
