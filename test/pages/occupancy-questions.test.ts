import type { Browser, Page } from 'playwright-core';
import { QUESTIONS } from '../../src/reports/questions/questions';
import { expectAccessible } from '../support/accessible';
import { LOOKS, openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import { PILOT_YEAR } from '../support/csv';
import { importFile, openUnit } from '../support/imports';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';
import { aLivelyUnit } from './a-lively-unit';

let product: Product;
let browser: Browser;
let pilot: string;
let lively: string;

const YEAR = 'from=2015-07-01&to=2016-07-01';

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
  lively = (await aLivelyUnit(product)).id;
  pilot = await openUnit(product, 'The pilot');
  await product
    .as('manager')
    .post(`/api/units/${pilot}/contracts`)
    .send({
      ...{ startsOn: '2015-07-01', endsOn: '2016-07-01', nightsPerYear: 1440, costPencePerYear: 67_275_000 },
      spotPricePencePerNight: 70_000,
    });
  await importFile(product, pilot, PILOT_YEAR);
});

afterAll(async () => {
  await browser.close();
  await product.close();
});

describe.each(SETTINGS)('the questions at a $name', (setting) => {
  let page: Page;

  beforeEach(async () => {
    page = await openPage(browser, product, setting);
  });

  afterEach(() => page.context().close());

  const main = async (): Promise<string> => (await page.getByRole('main').innerText()).replace(/\s+/g, ' ');

  it('are one click away from the occupancy page, each with its answer, picture and table', async () => {
    await signIn(product, page, 'finance', `/occupancy?unit=${pilot}&${YEAR}`);
    await page.getByRole('link', { name: 'Where did the bed-nights go?' }).click();
    expect(await main()).toContain('756 of 1,464 bed-nights were occupied: 51.6%.');
    await expectAccessible(page);
    expect(await page.locator('.sb-picture > svg:visible rect').count()).toBeGreaterThan(3);
    expect(await page.getByRole('row', { name: /^Occupied 756 51\.6% 756$/ }).count()).toBe(1);
    await page.getByRole('link', { name: 'What did a night cost?' }).click();
    expect(await main()).toContain('A night used cost £889.88. In a full unit it would have been £467.19');
  });

  it.each(QUESTIONS)('can be looked at by everybody, whatever the answer: $key', async ({ key, title }) => {
    await signIn(product, page, 'manager', `/occupancy/${key}?unit=${lively}&from=2026-03-01&to=2026-04-01`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title);
    await expectAccessible(page);
  });

  it('lead from a step to its nights, with stays for those who may know', async () => {
    await signIn(
      product,
      page,
      'manager',
      `/occupancy/where-nights-went?unit=${lively}&from=2026-03-01&to=2026-04-01`,
    );
    await page.getByRole('rowheader', { name: 'Did not arrive' }).getByRole('link').click();
    expect(await main()).toContain('1 bed-night on 1 night.');
    expect(
      await page.getByRole('row', { name: /Mon 9 March 2026 Room 3 Did not arrive Cat Crane/ }).count(),
    ).toBe(1);
    await expectAccessible(page);
    await page.getByLabel('Which bed-nights').selectOption('all');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await main()).toContain('124 bed-nights on 31 nights; page 1 of 2.');
    await page.getByRole('link', { name: 'Later nights' }).click();
    expect(await main()).toContain('page 2 of 2.');
  });

  it('say where a period is wrong, and keep what was typed', async () => {
    await signIn(product, page, 'finance', `/occupancy/ages?unit=${pilot}&${YEAR}`);
    await page.getByLabel('To the morning of').fill('2015-01-01');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.getByLabel('To the morning of').inputValue()).toBe('2015-01-01');
    await expectAccessible(page);
  });

  it('stand together in the monthly pack, which goes on paper', async () => {
    await signIn(product, page, 'visitor', `/occupancy/monthly-pack?unit=${lively}&month=2026-03`);
    const said = await main();
    for (const words of [
      'Monthly pack: March 2026',
      'Where did the bed-nights go?',
      'Emergencies and what they cost others',
    ])
      expect(said).toContain(words);
    await expectAccessible(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
  });
});

it.each(LOOKS)('look right at a $name', async (look) => {
  const page = await openPage(browser, product, look);
  await signIn(product, page, 'manager', `/occupancy?unit=${pilot}&${YEAR}`);
  await screenshot(page, `questions-index-${look.name}`);
  for (const key of ['where-nights-went', 'year', 'cost', 'cancellations']) {
    await page.goto(`/occupancy/${key}?unit=${pilot}&${YEAR}`);
    await screenshot(page, `question-${key}-${look.name}`);
  }
  await page.goto(`/occupancy/nights?unit=${lively}&from=2026-03-01&to=2026-04-01&class=usable`);
  await screenshot(page, `question-nights-${look.name}`);
  await page.goto(`/occupancy/monthly-pack?unit=${lively}&month=2026-03`);
  await screenshot(page, `monthly-pack-${look.name}`);
  await page.context().close();
});
