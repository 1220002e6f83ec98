import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { LOOKS, openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import { csv } from '../support/csv';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';

let product: Product;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  product = await startProduct();
});
afterEach(async () => {
  await page.context().close();
  await product.close();
});

it.each(SETTINGS)('at a $name leads a manager from the first sign-in to a filled board', async (setting) => {
  page = await openPage(browser, product, setting);
  const shoot = (name: string) => screenshot(page, `setting-up-${name}-${setting.name.replaceAll(' ', '-')}`);
  await signIn(product, page, 'manager');
  await page.getByRole('link', { name: 'Set up a unit' }).click();
  await expectAccessible(page);
  await shoot('nothing');
  await page.getByRole('button', { name: 'Open a unit' }).click();
  await page.getByLabel('Name of the unit').fill('Larch House');
  await page.getByLabel('Name of room 1').fill('Ocean');
  await page.getByLabel('Name of room 2').fill('Forest');
  await page.getByRole('button', { name: 'Open the unit' }).click();
  await page.getByText('Larch House, 2 rooms.').waitFor();
  await page.getByRole('button', { name: 'Add a contract' }).click();
  await page.getByLabel('Nights a year').fill('1,440');
  await page.getByLabel('Cost a year, in pounds').fill('672,750');
  await page.getByRole('button', { name: 'Add the contract' }).click();
  await page.getByText('The contract is added.').waitFor();
  await page.getByRole('button', { name: 'Add a young person' }).click();
  await page.getByLabel('First name').fill('Rowan');
  await page.getByLabel('Family name').fill('Ashby');
  await page.getByLabel('Date of birth').fill('2012-05-06');
  await page.getByLabel('Case reference').fill('SB-1');
  await page.getByLabel('What does the council call the family?').fill('F 1');
  await page.getByRole('button', { name: 'Add to the file' }).click();
  await page.getByText('They are on file.').waitFor();
  await expectAccessible(page);
  await shoot('half');
  await page.getByRole('button', { name: 'Import stays' }).click();
  const buffer = Buffer.from(csv([{ stay: 'S1', room: '1' }]));
  await page.getByLabel('Unit', { exact: true }).selectOption('Larch House');
  await page.getByLabel('CSV file').setInputFiles({ name: 'stays.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
  await page.getByRole('link', { name: 'Go on setting up the unit' }).click();
  await page.getByText('Everything is set up.').waitFor();
  await expectAccessible(page);
  await shoot('done');
  await page.getByRole('link', { name: 'See the board' }).click();
  await page.getByRole('rowheader', { name: /Ocean/ }).first().waitFor();
});

it('looks right in every light', async () => {
  for (const look of LOOKS) {
    page = await openPage(browser, product, look);
    await signIn(product, page, 'administrator', '/setting-up');
    await expectAccessible(page);
    await screenshot(page, `setting-up-administrator-${look.name}`);
    if (look !== LOOKS.at(-1)) await page.context().close();
  }
});
