import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import { readCalendar } from '../support/icalendar';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await product.close();
});

const way = (page: Page) => page.getByRole('navigation', { name: 'Breadcrumb' });

describe.each(SETTINGS)('a calendar address at a $name', (setting) => {
  let page: Page;
  const shoot = (name: string) => screenshot(page, `calendar-${name}-${setting.name.replaceAll(' ', '-')}`);

  beforeEach(async () => {
    page = await openPage(browser, product, setting);
  });

  afterEach(() => page.context().close());

  it('is made, shown once, used, replaced and revoked', async () => {
    await signIn(product, page, 'worker', '/calendar');
    await page.getByText('the stays of your families').waitFor();
    await expectAccessible(page);
    await shoot('none');
    await page.getByRole('button', { name: 'Make an address' }).click();
    const address = await page.getByLabel('Address').inputValue();
    expect(address).toMatch(/\/calendar\/[\w-]{43}\.ics$/);
    await expectAccessible(page);
    await shoot('address');
    const answer = await fetch(`${product.baseUrl}${address}`);
    expect(readCalendar(await answer.text())).toEqual([]);

    await way(page).getByRole('link', { name: 'Stays in your calendar' }).click();
    await page.getByText('Wed 11 March 2026 at midday').first().waitFor();
    expect(await page.content()).not.toContain(address);
    await expectAccessible(page);
    await shoot('one');
    await page.getByRole('button', { name: 'Make a new address' }).click();
    expect(await page.getByLabel('Address').inputValue()).not.toBe(address);
    expect((await fetch(`${product.baseUrl}${address}`)).status).toBe(410);

    await way(page).getByRole('link', { name: 'Stays in your calendar' }).click();
    await page.getByText('Not yet').waitFor();
    await page.getByRole('button', { name: 'Revoke the address' }).click();
    await page.getByText('The address is revoked.').waitFor();
    await page.getByText('You have no address now.').waitFor();
    await expectAccessible(page);
  });
});

it('is offered to nobody who may not know who stays', async () => {
  const page = await openPage(browser, product, { name: 'desk', options: {} });
  await signIn(product, page, 'finance', '/');
  expect(await page.getByRole('link', { name: 'Calendar' }).count()).toBe(0);
  expect((await page.goto('/calendar'))?.status()).toBe(403);
  await page.context().close();
});
