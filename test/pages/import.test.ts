import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { LOOKS, openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import { csv, type CsvLine } from '../support/csv';
import { openUnit } from '../support/imports';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
  await openUnit(product, 'Larch House');
});

afterAll(async () => {
  await browser.close();
  await product.close();
});

async function send(page: Page, lines: readonly CsvLine[]): Promise<void> {
  await page.goto('/import');
  await page.getByLabel('Unit', { exact: true }).selectOption('Larch House');
  const buffer = Buffer.from(csv(lines));
  await page.getByLabel('CSV file').setInputFiles({ name: 'stays.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.waitForURL('**/import/*');
}

describe.each(SETTINGS)('importing at a $name', (setting) => {
  let page: Page;

  beforeAll(async () => {
    page = await openPage(browser, product, setting);
    await signIn(product, page, 'manager', '/import');
  });

  afterAll(() => page.context().close());

  it('says what is missing', async () => {
    await page.goto('/import');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    expect(await page.title()).toBe('Error: Import past stays – Short breaks');
    await page.getByRole('link', { name: 'Choose the CSV file to import.' }).waitFor();
    await expectAccessible(page);
  });

  it('follows an import to its end', async () => {
    await send(page, [
      { stay: setting.name, room: '2' },
      { stay: `${setting.name} 2`, room: '' },
    ]);
    await page.getByRole('heading', { name: 'Nothing was imported' }).waitFor();
    await page.getByRole('cell', { name: 'A completed stay had a room: write its number' }).waitFor();
    await expectAccessible(page);
    await send(page, [{ stay: 'S1' }]);
    await page.getByRole('heading', { name: 'Imported' }).waitFor();
    await expectAccessible(page);
  });
});

it.each(LOOKS)('looks right at a $name', async (look) => {
  const page = await openPage(browser, product, look);
  await signIn(product, page, 'manager', '/import');
  await screenshot(page, `import-${look.name}`);
  await send(page, [
    { stay: 'S9', arrives_on: '31/02/2016' },
    { stay: 'S9', outcome: 'done' },
  ]);
  await page.getByRole('heading', { name: 'Nothing was imported' }).waitFor();
  await screenshot(page, `import-refused-${look.name}`);
  await page.context().close();
});
