import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import { aUnit, siblings } from '../support/diary';
import { startProduct, type Product } from '../support/product';

const REASON = 'The police ask whether they take medication.';

let product: Product;
let browser: Browser;
let child: string;

beforeAll(async () => {
  product = await startProduct();
  await aUnit(product);
  [child = ''] = await siblings(product, 1);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await product.close();
});

describe.each(SETTINGS)('at a $name', (setting) => {
  let page: Page;

  beforeEach(async () => {
    page = await openPage(browser, product, setting);
  });

  afterEach(() => page.context().close());

  it('everybody reads who may do what, from the foot of any page', async () => {
    await signIn(product, page, 'finance', '/occupancy');
    await page.getByRole('link', { name: 'Who may do what' }).click();
    await page.getByRole('heading', { level: 1, name: 'Who may do what' }).waitFor();
    expect(await page.getByText('Own units').count()).toBeGreaterThan(20);
    await expectAccessible(page);
  });

  it('the emergency duty team opens a file with a reason, and the manager reads of it', async () => {
    await signIn(product, page, 'edt', `/young-people/${child}/opening`);
    await page.getByRole('button', { name: 'Open the file' }).click();
    await page.getByRole('alert').getByText('Say in at least 20 letters').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Why do you need this file now?').fill(REASON);
    await page.getByRole('button', { name: 'Open the file' }).click();
    await page.getByText('Open to you until').waitFor();
    await expectAccessible(page);
    await signIn(product, page, 'manager', '/opened-files');
    await page.getByText(REASON).first().waitFor();
    await expectAccessible(page);
  });
});
