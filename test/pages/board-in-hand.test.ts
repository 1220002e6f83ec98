import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import type { AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';
import { aLivelyUnit } from './a-lively-unit';

let product: Product;
let browser: Browser;
let unit: AUnit;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
  unit = await aLivelyUnit(product);
});

afterAll(async () => {
  await browser.close();
  await product.close();
});

const chosen = (page: Page) => page.locator('#chosen');
const bar = (page: Page, name: string) =>
  page.getByRole('link', { name: new RegExp(`: ${name.replaceAll('.', '\\.')} ?, (booked|occupied|held)`) });

describe.each(SETTINGS)('a stay in hand at a $name', (setting) => {
  let page: Page;

  beforeEach(async () => {
    page = await openPage(browser, product, setting);
    await signIn(product, page, 'manager', `/board?unit=${unit.id}`);
  });
  afterEach(() => page.context().close());

  it('says what can be done, and where it could go and why not elsewhere', async () => {
    await bar(page, 'C.C.').click();
    expect(await chosen(page).textContent()).toContain('Held');
    await expectAccessible(page);
    await chosen(page).getByRole('link', { name: 'Move', exact: true }).click();
    expect(await page.getByRole('button', { name: /^Move here ?: Move to Room 3$/ }).count()).toBe(1);
    expect(await chosen(page).textContent()).toMatch(/Move to Room 4: closed/);
    await expectAccessible(page);
    await screenshot(page, `board-in-hand-${setting.name}`);
    await chosen(page).getByRole('link', { name: 'Change when they leave' }).click();
    expect(await page.getByRole('button', { name: /^Leave ?: Leave on Tue 17 March/ }).count()).toBe(1);
    await expectAccessible(page);
    await screenshot(page, `board-in-hand-dates-${setting.name}`);
    await chosen(page).getByRole('link', { name: 'Swap rooms' }).click();
    await expectAccessible(page);
    await chosen(page).getByRole('link', { name: 'Cancel', exact: true }).click();
    await chosen(page).getByRole('button', { name: 'Cancel the stay' }).click();
    expect(await page.getByRole('link', { name: 'Say why the stay is cancelled.' }).count()).toBe(1);
    await expectAccessible(page);
    await chosen(page).getByRole('link', { name: 'Put back C.C.' }).click();
    expect(await chosen(page).count()).toBe(0);
  });

  it('moves in three clicks, and goes back in one', async () => {
    await bar(page, 'C.C.').click();
    await chosen(page).getByRole('link', { name: 'Move', exact: true }).click();
    await page.getByRole('button', { name: /^Move here ?: Move to Room 3$/ }).click();
    await page.getByText('The room is changed.').waitFor();
    expect(await page.getByRole('link', { name: /^Room 3, .*: C\.C\. ?, held/ }).count()).toBe(1);
    await expectAccessible(page);
    await chosen(page)
      .getByRole('button', { name: /^Undo the move \(until / })
      .click();
    await page.getByText('It is as it was before.').waitFor();
    expect(await page.getByRole('link', { name: /^Room 2, .*: C\.C\. ?, held/ }).count()).toBe(1);
  });
});

const PHONE = SETTINGS[0];

describe('where scripts run', () => {
  let page: Page;

  beforeEach(async () => {
    page = await openPage(browser, product, SETTINGS[1] ?? { name: 'desk', options: {} });
    await signIn(product, page, 'manager', `/board?unit=${unit.id}`);
  });
  afterEach(() => page.context().close());

  it('goes from cell to cell by the arrow keys, with one stop for Tab', async () => {
    const grid = page.getByRole('grid');
    expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
    await bar(page, 'C.C.').focus();
    await page.keyboard.press('ArrowDown');
    const below = await page.locator(':focus').textContent();
    expect(below).toMatch(/^Room 3, the night of Mon 16 March/);
    await page.keyboard.press('ArrowRight');
    expect(await page.locator(':focus').textContent()).toMatch(/^Room 3, the night of Tue 17 March/);
    await page.keyboard.press('Home');
    expect(await page.locator(':focus').textContent()).toMatch(/^\s*Room 3/);
    await bar(page, 'C.C.').focus();
    await page.keyboard.press('Enter');
    await chosen(page).waitFor();
    await bar(page, 'C.C.').focus();
    await page.keyboard.press('Escape');
    await chosen(page).waitFor({ state: 'detached' });
  });

  it('shows what others change, and keeps what is in hand and where one is', async () => {
    await bar(page, 'E.E.').focus();
    const held = await bar(page, 'C.C.').getAttribute('data-stay');
    await product.as('staff').post(`/api/stays/${held}/confirmation`).send({}).expect(200);
    await page.getByRole('link', { name: /C\.C\. ?, booked/ }).waitFor({ timeout: 5_000 });
    expect(await page.locator(':focus').textContent()).toContain('E.E.');
    expect(await page.getByRole('status').textContent()).toContain('Somebody changed the diary.');
  });

  it('lets a stay be dragged to another room', async () => {
    const room = page.locator('th[data-room]').nth(2);
    await bar(page, 'C.C.').dragTo(room);
    await page.getByText('The room is changed.').waitFor();
    expect(await page.getByRole('link', { name: /^Room 3, .*: C\.C\. ?, (held|booked)/ }).count()).toBe(1);
  });
});

it('says room, nights and what it is in the name of every cell', async () => {
  const page = await openPage(browser, product, SETTINGS[1] ?? { name: 'desk', options: {} });
  await signIn(product, page, 'manager', `/board?unit=${unit.id}&nights=91`);
  const cells = await page.locator('.sb-board tbody td').all();
  const names = await Promise.all(cells.map(async (cell) => (await cell.textContent())?.trim() ?? ''));
  const said = /^Room \d, the nights? of [A-Z][a-z]{2} \d.*: \S/;
  expect(names.filter((name) => !said.test(name))).toEqual([]);
  expect(names.length).toBeGreaterThan(200);
  await page.context().close();
});

it('is not offered to those who may only look', async () => {
  const page = await openPage(browser, product, PHONE ?? { name: 'phone', options: {} });
  const [stay] = await product.dataSource.query<{ id: string }[]>(`SELECT id FROM stays LIMIT 1`);
  await signIn(product, page, 'finance', `/board?unit=${unit.id}&stay=${stay?.id}&doing=room`);
  expect(await chosen(page).count()).toBe(0);
  await page.context().close();
});
