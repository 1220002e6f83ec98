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

describe.each(SETTINGS)('the search field at a $name', (setting) => {
  beforeEach(async () => {
    page = await openPage(browser, product, setting);
  });

  it('leads from any page to somebody by name', async () => {
    await signIn(product, page, 'staff', '/tasks');
    await page.getByRole('searchbox', { name: 'Search everything' }).fill('Eve Elm');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('heading', { level: 1, name: 'Search: Eve Elm' }).waitFor();
    expect(await page.getByRole('searchbox', { name: 'Search everything' }).inputValue()).toBe('Eve Elm');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Eve Elm' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Eve Elm' }).waitFor();
  });

  it('says what to do when nothing is found', async () => {
    await signIn(product, page, 'finance', '/search?q=Nobodyatall');
    await page.getByText('Nothing is called “Nobodyatall”.').waitFor();
    await expectAccessible(page);
  });
});

describe('the key /', () => {
  const focused = () => page.evaluate<string>('document.activeElement.id');

  beforeEach(async () => {
    page = await openPage(browser, product, { name: 'desk', options: {} });
    await signIn(product, page, 'manager', '/stays/new');
  });

  it('leads to the search field, unless somebody types', async () => {
    await page.keyboard.press('/');
    expect(await focused()).toBe('seek');
    const field = page.getByLabel('Find a young person');
    await field.fill('1');
    await field.press('/');
    expect(await field.inputValue()).toBe('1/');
  });

  it('does nothing once somebody has turned it off', async () => {
    await page.goto('/accessibility');
    const box = page.getByLabel('Use the key / to search');
    expect(await box.isChecked()).toBe(true);
    await box.uncheck();
    await expectAccessible(page);
    await page.goto('/tasks');
    await page.keyboard.press('/');
    expect(await focused()).not.toBe('seek');
    await page.goto('/accessibility');
    expect(await box.isChecked()).toBe(false);
  });
});

it.each(LOOKS)('looks right at a $name', async (look) => {
  page = await openPage(browser, product, look);
  await signIn(product, page, 'manager', '/search?q=Eve');
  await expectAccessible(page);
  await screenshot(page, `search-${look.name}`);
});
