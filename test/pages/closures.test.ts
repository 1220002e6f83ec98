import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import { aCompatibleGroup, aUnit, book, type AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';

const friday = { arrivesOn: '2026-03-13', departsOn: '2026-03-16' };

let product: Product;
let browser: Browser;
let unit: AUnit;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await product.close();
});

beforeEach(async () => {
  unit = await aUnit(product);
});

describe.each(SETTINGS)('closures at a $name', (setting) => {
  let page: Page;
  const shoot = (name: string) => screenshot(page, `closures-${name}-${setting.name.replaceAll(' ', '-')}`);

  beforeEach(async () => {
    page = await openPage(browser, product, setting);
  });

  afterEach(() => page.context().close());

  it('close a room, list it, and end it early', async () => {
    await signIn(product, page, 'manager', `/closures?unit=${unit.id}`);
    await page.getByText('Every room is open').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Close a room or the unit' }).click();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('link', { name: 'Choose what is closed.' }).waitFor();
    await page.getByLabel('Room 2').check();
    await page.getByLabel('First night closed').fill('2026-03-11');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('link', { name: 'Enter the first night that is open again.' }).waitFor();
    await page.getByRole('link', { name: 'Choose what kind of closure it is.' }).waitFor();
    await expectAccessible(page);
    await shoot('missing');
    expect(await page.getByLabel('Room 2').isChecked()).toBe(true);
    await page.getByLabel('First night open again').fill('2026-03-14');
    await page.getByLabel('Repair').check();
    await page.getByLabel('Why?').fill('The window does not close.');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByText('The closure is in the diary.').waitFor();
    await page.getByText('Room 2: Wed 11 to Sat 14 March, 3 nights').first().waitFor();
    await expectAccessible(page);
    await shoot('list');
    await page.getByRole('link', { name: /^End it early/ }).click();
    await page.getByLabel('First night open again').fill('2026-03-12');
    await page.getByLabel('Why does it open early?').fill('Mended.');
    await expectAccessible(page);
    await shoot('ending');
    await page.getByRole('button', { name: 'End the closure' }).click();
    await page.getByText('Ended early by Test manager: Mended.').waitFor();
    expect(await page.getByRole('link', { name: /^End it early/ }).count()).toBe(0);
    await expectAccessible(page);
  });

  it('lead to the stays in the way', async () => {
    const [youngPersonId] = await aCompatibleGroup(product, 1);
    await book(product, unit, [{ youngPersonId, ...friday }]);
    await signIn(product, page, 'staff', `/closures/new?unit=${unit.id}&from=2026-03-13&to=2026-03-15`);
    await page.getByLabel('The whole unit').check();
    await page.getByLabel('Staffing').check();
    await page.getByLabel('Why?').fill('Two of the team are ill.');
    const [answer] = await Promise.all([
      page.waitForResponse((each) => each.request().method() === 'POST'),
      page.getByRole('button', { name: 'Close', exact: true }).click(),
    ]);
    expect(answer.status()).toBe(409);
    await page.getByRole('link', { name: 'One stay is in the way. Move or cancel it first.' }).waitFor();
    await expectAccessible(page);
    await shoot('in-the-way');
    expect(await page.getByLabel('The whole unit').isChecked()).toBe(true);
    await page.getByRole('link', { name: /^Given/ }).click();
    await page.getByRole('link', { name: 'Cancel the stay' }).waitFor();
  });

  it('are there to read for those who may not change the diary', async () => {
    await signIn(product, page, 'auditor', `/closures?unit=${unit.id}`);
    expect(await page.getByRole('button', { name: 'Close a room or the unit' }).count()).toBe(0);
    const answer = await page.goto('/closures/new');
    expect(answer?.status()).toBe(403);
  });
});
