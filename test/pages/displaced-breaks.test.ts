import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import { assessPair, aUnit, book, type AUnit } from '../support/diary';
import { claimABed } from '../support/emergencies';
import { startProduct, type Product } from '../support/product';
import { act, aFamily, aNamedFamily, asked } from '../support/requests';
import { screenshot } from '../support/screenshot';

const PHONES = SETTINGS.filter(({ name }) => name !== 'desk');

let product: Product;
let browser: Browser;
let unit: AUnit;
let page: Page;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await product.close();
});
afterEach(() => page.context().close());

async function lost(familyName: string, window: object): Promise<string> {
  const { Wren: child } = await aNamedFamily(product, familyName, ['Wren']);
  const request = await asked(product, unit.id, [child], { nights: 2, weekdays: [], ...window });
  await act(product, 'manager', request, 'placement', { arrivesOn: '2026-03-10' });
  product.clock.at = new Date('2026-03-11T02:04:00Z');
  expect((await claimABed(product, unit)).status).toBe(201);
  return child;
}

const TUESDAYS = { earliest: '2026-03-10', latest: '2026-03-24', weekdays: ['tuesday'] };
const TONIGHT = { earliest: '2026-03-10', latest: '2026-03-10' };

describe.each(PHONES)('a break lost to an emergency, on a $name', (setting) => {
  const shoot = (name: string) => screenshot(page, `displaced-${name}-${setting.name.replaceAll(' ', '-')}`);
  const who = (name: string) => `${name} ${setting.name}`;

  /** What needs an answer stands before what is placed. */
  const openFirst = (name: string) =>
    page
      .getByRole('link', { name: who(name), exact: true })
      .first()
      .click();

  beforeEach(async () => {
    product.clock.at = new Date('2026-03-01T12:00:00Z');
    unit = await aUnit(product, { rooms: 1 });
    page = await openPage(browser, product, setting);
  });

  it('needs the worker’s answer, says what works, and is booked anew with one press', async () => {
    await lost(who('Loss'), TONIGHT);
    await signIn(product, page, 'worker', '/requests');
    await page.getByRole('heading', { name: 'Needs your answer' }).waitFor();
    await page.getByText('The bed was lost to an emergency. Look at the dates that work').first().waitFor();
    await expectAccessible(page);
    await openFirst('Wren Loss');
    await page
      .getByRole('heading', { name: 'Your break from Tue 10 to Thu 12 March was lost to an emergency' })
      .waitFor();
    await page.getByText('These dates work: choose one, and it is booked at once.').waitFor();
    const buttons = page.getByRole('button', { name: /^Choose / });
    expect(await buttons.count()).toBe(3);
    await page.getByText('2 nights owed after an emergency').waitFor();
    await expectAccessible(page);
    await shoot('dates');
    const [first] = await buttons.allTextContents();
    await buttons.first().click();
    await page.getByText('The new dates are booked. Tell the family.').waitFor();
    await page.getByText(first?.trim().replace('Choose ', '') ?? '?').waitFor();
    expect(await page.getByText('nights owed').count()).toBe(0);
    await expectAccessible(page);
  });

  it('says when a date is gone, why there are no more, and what is to be read first', async () => {
    await lost(who('Few'), TUESDAYS);
    const [peer = ''] = await aFamily(product, 1, { worker: 'worker-2' });
    await product.dataSource.query(`UPDATE young_people SET given_name = 'Zebedee' WHERE id = $1`, [peer]);
    await signIn(product, page, 'worker', '/requests');
    await openFirst('Wren Few');
    await page.getByText('Only two dates work: choose one, and it is booked at once.').waitFor();
    await book(product, unit, [{ youngPersonId: peer, arrivesOn: '2026-03-17', departsOn: '2026-03-18' }]);
    await page.getByRole('button', { name: /^Choose Tue 17/ }).click();
    await page.getByText('Tue 17 March 2026 does not work any more.').first().waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    await page.getByText('Only one other date works: you can have it at once.').waitFor();
    await page.getByText('One date that was offered does not work any more.').waitFor();
    await page.getByText('Why there are no more:').waitFor();
    expect(await page.content()).not.toContain('Zebedee');
    await expectAccessible(page);
    await shoot('gone');
    expect(await page.getByRole('button', { name: /^Choose / }).allTextContents()).toEqual([
      expect.stringContaining('Tue 24'),
    ]);
  });

  it('lets the worker confirm what they read of controls, of one date and no other', async () => {
    unit = await aUnit(product, { rooms: 2 });
    const closed = { roomId: unit.rooms[1]?.id, fromOn: '2026-03-10', toOn: '2026-03-12' };
    await product
      .as('manager')
      .post('/api/closures')
      .send({ unitId: unit.id, ...closed, kind: 'repair', reason: 'A window.' });
    const child = await lost(who('Care'), TUESDAYS);
    const [beside = ''] = await aFamily(product);
    await assessPair(product, [child, beside], 'with-controls');
    await book(product, unit, [{ youngPersonId: beside, arrivesOn: '2026-03-12', departsOn: '2026-03-27' }]);
    await signIn(product, page, 'worker', '/requests');
    await openFirst('Wren Care');
    await page.getByRole('button', { name: /^Choose Tue 17/ }).click();
    const confirm = page.getByRole('link', { name: /Confirm that you have read this/ });
    await confirm.waitFor();
    await expectAccessible(page);
    await confirm.click();
    await page.locator('form', { hasText: 'Tue 17' }).getByRole('checkbox').check();
    await page.getByRole('button', { name: /^Choose Tue 17/ }).click();
    await page.getByText('The new dates are booked. Tell the family.').waitFor();
    await expectAccessible(page);
  });
});
