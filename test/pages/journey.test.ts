import type { Browser, Page } from 'playwright-core';
import { PASSWORD, type User } from '../support/accounts';
import { openBrowser, openPage, SETTINGS, type Setting } from '../support/browser';
import { aUnit, type AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';
import { aNamedFamily, getOn } from '../support/requests';
import { screenshot } from '../support/screenshot';

const FAMILIES = ['Ashby', 'Birch', 'Cole'];
const everybody: string[] = [];

let product: Product;
let browser: Browser;
let unit: AUnit;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
  unit = await aUnit(product);
});

afterAll(async () => {
  await browser.close();
  await product.close();
});

/** A browser of one's own that counts the pages it is shown. */
async function reader(
  setting: Setting,
): Promise<{ page: Page; pages: () => number; close(): Promise<void> }> {
  const page = await openPage(browser, product, setting);
  let count = 0;
  page.on('response', (answer) => {
    const isPage = answer.request().isNavigationRequest() && answer.status() === 200;
    if (isPage) count += 1;
  });
  return { page, pages: () => count, close: () => page.context().close() };
}

async function signInAs(page: Page, user: User, next: string): Promise<void> {
  await page.goto(next);
  await page.getByLabel('User name').fill(user);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

it.each(SETTINGS)(
  'a weekend for two siblings is asked for in 5 pages and agreed in 2, at a $name',
  async (setting) => {
    const shoot = (page: Page, name: string) =>
      screenshot(page, `journey-${name}-${setting.name.replaceAll(' ', '-')}`);
    const family = FAMILIES[SETTINGS.indexOf(setting)] ?? '';
    const own = Object.values(await aNamedFamily(product, family, ['Ana', 'Ben']));
    await getOn(product, everybody, own);
    everybody.push(...own);

    const worker = await reader(setting);
    const { page } = worker;
    await signInAs(page, 'worker', '/');
    await page.getByRole('button', { name: 'Ask for a break' }).click();
    await page.getByLabel(`Ana ${family}`, { exact: true }).check();
    await page.getByLabel(`Ben ${family}`, { exact: true }).check();
    await page.getByLabel('How many nights?').fill('2');
    await page.getByLabel('Fri').check();
    await page.getByLabel('Why does the family need a break?').fill('Their mother needs a weekend of rest.');
    await shoot(page, '1-ask');
    await page.getByRole('button', { name: 'See which dates work' }).click();
    await page.getByText('work for both of them together').waitFor();
    await shoot(page, '2-dates');
    await page.getByRole('button', { name: 'Send the request' }).click();
    await page.getByText('Your request is sent.').waitFor();
    await shoot(page, '3-sent');
    expect(worker.pages()).toBeLessThanOrEqual(5);
    const requestPath = new URL(page.url()).pathname;

    const manager = await reader(setting);
    await signInAs(manager.page, 'manager', `/requests?unit=${unit.id}`);
    const before = manager.pages() - 1;
    await manager.page.getByText('Their mother needs a weekend of rest.').waitFor();
    await shoot(manager.page, '4-queue');
    await manager.page.getByRole('button', { name: /^Place Fri/ }).click();
    await manager.page.getByText(`Ana ${family} and Ben ${family}: placed.`).waitFor();
    await shoot(manager.page, '5-placed');
    expect(manager.pages() - before).toBeLessThanOrEqual(2);

    await manager.page.goto(`/board?unit=${unit.id}&from=2026-03-13`);
    const initial = family.charAt(0);
    for (const initials of [`A.${initial}.`, `B.${initial}.`])
      expect(await manager.page.getByText(initials, { exact: false }).count()).toBeGreaterThan(0);
    await page.goto(requestPath);
    await page.getByText('The stays are booked.').waitFor();
    await shoot(page, '6-answer');
    await manager.close();
    await worker.close();
  },
);
