import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { openBrowser, openPage, signIn, type Setting } from '../support/browser';
import type { AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';
import { aLivelyUnit } from './a-lively-unit';

let product: Product;
let browser: Browser;
let unit: AUnit;
let page: Page;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
  unit = await aLivelyUnit(product);
});
afterAll(async () => {
  await browser.close();
  await product.close();
});
afterEach(() => page.context().close());

const viewport = { width: 1280, height: 900 };

/** The colours people choose for all that they read. */
const CHOSEN: readonly Setting[] = [
  { name: 'dark', options: { viewport, colorScheme: 'dark' } },
  { name: 'strong', options: { viewport, contrast: 'more' } },
  { name: 'strong-dark', options: { viewport, contrast: 'more', colorScheme: 'dark' } },
  { name: 'forced', options: { viewport, forcedColors: 'active' } },
];

const PATHS = [
  '/',
  '/requests',
  '/young-people',
  '/tasks',
  '/occupancy',
  '/units',
  '/accessibility',
  '/stays/new',
];

it.each(CHOSEN)(
  'every kind of page can be read in $name',
  async (chosen) => {
    page = await openPage(browser, product, chosen);
    for (const path of PATHS) {
      await signIn(product, page, 'manager', path);
      await expectAccessible(page);
      await screenshot(page, `theme-${chosen.name}${path.replaceAll('/', '-')}`);
    }
    await page.goto(`/units/${unit.id}`);
    await expectAccessible(page);
  },
  120_000,
);

const colourOf = (property: string) =>
  page.evaluate<string>(`getComputedStyle(document.body).getPropertyValue('${property}')`);

it('is black on white on paper, whatever the screen is', async () => {
  page = await openPage(browser, product, { name: 'dark', options: { viewport, colorScheme: 'dark' } });
  await signIn(product, page, 'manager');
  expect(await colourOf('color')).toBe('rgb(231, 237, 235)');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect([await colourOf('color'), await colourOf('--sb-paper')]).toEqual(['rgb(0, 0, 0)', '#ffffff']);
});

it('shows where the keyboard is, even without colours', async () => {
  page = await openPage(browser, product, { name: 'forced', options: { viewport, forcedColors: 'active' } });
  await signIn(product, page, 'manager');
  await page.getByRole('link', { name: 'Short breaks', exact: true }).focus();
  const outline = 'getComputedStyle(document.activeElement).outlineStyle + document.activeElement.tagName';
  expect(await page.evaluate<string>(outline)).toBe('solidA');
});
