import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import { assessPair, aUnit, book, type AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';
import { aNamedFamily, ask } from '../support/requests';
import { screenshot } from '../support/screenshot';

const SINGLE = { name: 'desk', options: { viewport: { width: 1280, height: 900 } } };

const OTHERS = ['Alfie', 'Bella', 'Caleb', 'Daisy', 'Ethan', 'Freya', 'George', 'Hana'];
const SURNAMES = ['Ash', 'Birch', 'Cedar', 'Damson', 'Elder'];

let product: Product;
let browser: Browser;
let unit: AUnit;
let crowded: AUnit;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
  unit = await aUnit(product);
  crowded = await aUnit(product);
  await aStory();
});

afterAll(async () => {
  await browser.close();
  await product.close();
});

/** Amy stays two weeks; Ben cannot come because of her; Cleo and Con are booked together and judged apart since. */
async function aStory(): Promise<void> {
  const { Amy } = await aNamedFamily(product, 'Archer', ['Amy']);
  const { Ben } = await aNamedFamily(product, 'Bright', ['Ben']);
  const { Cleo, Con } = await aNamedFamily(product, 'Crane', ['Cleo', 'Con']);
  const { Dot } = await aNamedFamily(product, 'Dale', ['Dot']);
  await assessPair(product, [Amy, Ben], 'not-together');
  await assessPair(product, [Amy, Dot], 'with-controls');
  const stays = [{ youngPersonId: Amy, arrivesOn: '2026-03-13', departsOn: '2026-03-27' }];
  expect((await book(product, unit, stays)).status).toBe(201);
  const both = [Cleo, Con].map((youngPersonId) => ({
    ...{ youngPersonId, arrivesOn: '2026-04-10', departsOn: '2026-04-12' },
  }));
  expect((await book(product, unit, both)).status).toBe(201);
  await assessPair(product, [Cleo, Con], 'not-together');
  const window = { earliest: '2026-03-13', latest: '2026-03-20', nights: 3, weekdays: [] };
  expect((await ask(product, unit.id, [Ben], window)).status).toBe(201);
  const later = { earliest: '2026-05-01', latest: '2026-05-10', nights: 2, weekdays: [] };
  expect((await ask(product, unit.id, [Dot], later)).status).toBe(201);
  await product.dataSource.query(
    `UPDATE compatibility_assessments SET review_on = '2026-03-01' WHERE controls IS NOT NULL`,
  );
}

/** Forty more, of another unit: each asks for a break there. */
async function aCrowd(): Promise<void> {
  for (const surname of SURNAMES)
    for (const name of OTHERS) {
      const ids = await aNamedFamily(product, surname, [name]);
      const window = { earliest: '2026-05-01', latest: '2026-05-10', nights: 2, weekdays: [] };
      expect((await ask(product, crowded.id, [ids[name] ?? ''], window)).status).toBe(201);
    }
}

describe.each(SETTINGS)('the compatibility map at a $name', (setting) => {
  let page: Page;
  const isPhone = setting.name.startsWith('phone');
  const shoot = (name: string) => screenshot(page, `map-${name}-${setting.name.replaceAll(' ', '-')}`);

  beforeEach(async () => {
    page = await openPage(browser, product, setting);
  });

  afterEach(() => page.context().close());

  it('puts the pairs first on which most nights hang, and leads to judging one', async () => {
    await signIn(product, page, 'manager', `/compatibility?unit=${unit.id}`);
    await page.getByRole('heading', { name: 'Compatibility', level: 1 }).waitFor();
    await expectAccessible(page);
    await shoot('whole');
    if (isPhone) {
      const pairs = await page
        .getByRole('listitem')
        .filter({ has: page.getByRole('checkbox') })
        .allInnerTexts();
      expect(pairs[0]).toMatch(/Ben Bright|Amy Archer/);
      expect(pairs[0]).toContain('Keeps back 3 nights');
      expect(pairs[1]).toContain('Both booked on 2 nights');
      expect(await page.getByRole('table').count()).toBe(0);
    } else {
      const rows = await page.getByRole('row').allInnerTexts();
      expect(rows.slice(1, 3).map((row) => /Archer|Bright/.test(row))).toEqual([true, true]);
    }
    await page
      .getByRole('link', { name: /^(Assess )?(Amy Archer and Ben Bright|Ben Bright and Amy Archer)/ })
      .first()
      .click();
    await page.getByRole('heading', { name: /Who can (Amy|Ben)/ }).waitFor();
    expect(await page.getByText('Judged before: Not together').count()).toBe(1);
  });

  it('leads from those ticked to judging the group', async () => {
    await signIn(product, page, 'manager', `/compatibility?unit=${unit.id}&shown=in-the-way`);
    if (isPhone) {
      await page.getByLabel(/Amy Archer and Ben Bright|Ben Bright and Amy Archer/).check();
      await page.getByRole('button', { name: 'Assess those ticked' }).click();
    } else {
      for (const name of ['Amy Archer', 'Ben Bright']) await page.getByLabel(name, { exact: true }).check();
      await page.getByRole('button', { name: 'Assess those ticked as a group' }).click();
    }
    await page.getByRole('heading', { name: 'Can they stay at the same time?' }).waitFor();
    expect(await page.getByRole('group', { name: / and / }).count()).toBe(1);
  });

  it('finds somebody by name', async () => {
    await signIn(product, page, 'manager', `/compatibility?unit=${unit.id}`);
    await page.getByLabel('Name').fill('dot');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText('Past review').first().waitFor();
    await expectAccessible(page);
    await shoot('named');
    await page.getByLabel('Name').fill('nobody called this');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText('Nobody among them fits what you asked for.').waitFor();
    await expectAccessible(page);
  });
});

it('stays usable with more than forty: its heads stay in sight, and so does the page', async () => {
  await aCrowd();
  for (const setting of [SINGLE, SETTINGS[0] ?? SINGLE]) {
    const page = await openPage(browser, product, setting);
    await signIn(product, page, 'manager', `/compatibility?unit=${crowded.id}&shown=booked`);
    await page.getByText('40 young people').waitFor();
    await expectAccessible(page);
    await screenshot(page, `map-crowd-${setting.name}`);
    if (setting === SINGLE) {
      const map = page.getByRole('region', { name: 'Table of pairs' });
      const [corner, first] = [page.getByRole('columnheader').first(), page.getByRole('rowheader').first()];
      const offsets = async () => {
        const [around, top, side] = [
          await map.boundingBox(),
          await corner.boundingBox(),
          await first.boundingBox(),
        ];
        return [(top?.y ?? NaN) - (around?.y ?? 0), (side?.x ?? NaN) - (around?.x ?? 0)];
      };
      const before = await offsets();
      await page.getByRole('cell').last().scrollIntoViewIfNeeded();
      expect(await offsets()).toEqual(before);
      expect(await page.getByRole('cell').last().isVisible()).toBe(true);
      await page.screenshot({ path: '/tmp/map-crowd-scrolled.png' });
    }
    await page.context().close();
  }
}, 120_000);

it('is closed to whoever may not judge who may stay together', async () => {
  const page = await openPage(browser, product, SINGLE);
  await signIn(product, page, 'worker', '/');
  expect(await page.getByRole('link', { name: 'Compatibility' }).count()).toBe(0);
  expect((await page.goto('/compatibility'))?.status()).toBe(403);
  await page.context().close();
});
