import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { LOOKS, openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';
import { aLivelyUnit } from './a-lively-unit';

let product: Product;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
  await aLivelyUnit(product);
});
afterAll(async () => {
  await browser.close();
  await product.close();
});
afterEach(() => page.context().close());

it.each(SETTINGS)('at a $name is found from home, and leads to other weeks', async (setting) => {
  page = await openPage(browser, product, setting);
  await signIn(product, page, 'staff');
  await page.getByRole('link', { name: 'See or print the week sheet' }).click();
  await page.getByRole('heading', { level: 1, name: 'Week sheet: Mon 9 to Sun 15 March' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'The week after' }).click();
  await page.getByRole('heading', { level: 1, name: 'Week sheet: Mon 16 to Sun 22 March' }).waitFor();
  expect(await page.getByRole('cell', { name: 'Kept empty' }).count()).toBeGreaterThan(0);
});

it.each(LOOKS)('looks right at a $name', async (look) => {
  page = await openPage(browser, product, look);
  await signIn(product, page, 'manager', '/week-sheet');
  await expectAccessible(page);
  await screenshot(page, `week-sheet-${look.name}`);
});

/** A page of a PDF is an object of its own in it. */
const pagesOf = (pdf: Buffer) => (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;

it('prints on one sheet of A4, black on white and without what is only for a screen', async () => {
  page = await openPage(browser, product, { name: 'dark', options: { colorScheme: 'dark' } });
  await signIn(product, page, 'manager', '/week-sheet');
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await page.getByRole('banner').isVisible()).toBe(false);
  expect(await page.getByRole('contentinfo').isVisible()).toBe(false);
  expect(await page.getByRole('navigation', { name: 'Breadcrumb' }).isVisible()).toBe(false);
  expect(await page.evaluate<string>('getComputedStyle(document.querySelector("td")).color')).toBe(
    'rgb(0, 0, 0)',
  );
  await screenshot(page, 'week-sheet-printed');
});
