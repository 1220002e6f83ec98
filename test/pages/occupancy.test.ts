import type { Browser, Page } from 'playwright-core';
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

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
  const page = await openPage(browser, product, { name: 'desk', options: {} });
  await signIn(product, page, 'finance', '/occupancy');
  expect(await page.getByText('There is no unit yet').isVisible()).toBe(true);
  await page.context().close();
  lively = (await aLivelyUnit(product)).id;
  pilot = await openUnit(product, 'The pilot');
  const terms = { nightsPerYear: 1440, costPencePerYear: 67_275_000 };
  const year = { startsOn: '2015-07-01', endsOn: '2016-07-01' };
  await product
    .as('manager')
    .post(`/api/units/${pilot}/contracts`)
    .send({ ...year, ...terms });
  await importFile(product, pilot, PILOT_YEAR);
});

afterAll(async () => {
  await browser.close();
  await product.close();
});

describe.each(SETTINGS)('occupancy and cost at a $name', (setting) => {
  let page: Page;

  beforeEach(async () => {
    page = await openPage(browser, product, setting);
  });

  afterEach(() => page.context().close());

  const main = async (): Promise<string> => (await page.getByRole('main').innerText()).replace(/\s+/g, ' ');

  it("says the pilot's year, how each number was made, and what the published report did", async () => {
    await signIn(product, page, 'finance', `/occupancy?unit=${pilot}`);
    await expectAccessible(page);
    const said = await main();
    for (const words of [
      '52.5% Occupancy 756 nights occupied ÷ 1,440 commissioned = 52.5%',
      '£889.88 What a night used cost £672,750.00 ÷ 756 nights occupied',
      '£467.19 What a night in a full unit would cost £672,750.00 ÷ 1,440 nights commissioned',
      '684 nights Commissioned and not used 1,440 commissioned − 756 occupied. They carry £319,556.25 of the £672,750.00',
      'gives £889 and £467 a night for the same year: it cut the pence off.',
    ])
      expect(said).toContain(words);
  });

  it('draws a chart that this page may show', async () => {
    await signIn(product, page, 'finance', `/occupancy?unit=${pilot}`);
    const chart = page.getByRole('img', {
      name: /^Bar chart of bed-nights over 12 months, 756 nights occupied/,
    });
    const answer = await page.request.get(new URL((await chart.getAttribute('src')) ?? '', page.url()).href);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([
      200,
      'image/svg+xml; charset=utf-8',
    ]);
    expect(await answer.text()).toMatch(/^<svg .*<\/svg>\s*$/s);
  });

  it('remembers in its address what was asked for, and says where that is wrong', async () => {
    await signIn(product, page, 'finance', `/occupancy?unit=${pilot}`);
    await page.getByLabel('From the night of').fill('2016-02-01');
    await page.getByLabel('To the morning of').fill('2016-03-01');
    await page.getByLabel('A row for each').selectOption('week');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(new URL(page.url()).search).toBe(`?unit=${pilot}&from=2016-02-01&to=2016-03-01&by=week`);
    expect(await main()).toContain(
      'From the night of Mon 1 February 2016 to the morning of Tue 1 March 2016',
    );
    await page.getByLabel('To the morning of').fill('2016-01-01');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.getByLabel('To the morning of').inputValue()).toBe('2016-01-01');
    await expectAccessible(page);
  });

  it('has no cost per night where there is no contract or no night', async () => {
    await signIn(product, page, 'finance', `/occupancy?unit=${lively}&from=2024-01-01&to=2024-03-01`);
    expect(await main()).toContain('No cost per night What a night used cost No contract covers this period');
    await page.goto(`/occupancy?unit=${lively}&from=2025-05-01&to=2025-06-01`);
    expect(await main()).toContain(
      'No cost per night What a night used cost £57,137.67, and no night was used',
    );
    await expectAccessible(page);
  });

  it('opens on the contract year so far, of the unit at work', async () => {
    await signIn(product, page, 'finance', '/occupancy');
    expect(await main()).toContain('From the night of Tue 1 April 2025 to the morning of Wed 11 March 2026');
    await expectAccessible(page);
  });

  it('is closed to CAS workers', async () => {
    await signIn(product, page, 'worker');
    expect((await page.goto('/occupancy'))?.status()).toBe(403);
    expect((await page.goto('/occupancy/chart.svg'))?.status()).toBe(403);
  });
});

it.each(LOOKS)('looks right at a $name', async (look) => {
  const page = await openPage(browser, product, look);
  await signIn(product, page, 'manager', `/occupancy?unit=${pilot}`);
  await screenshot(page, `occupancy-${look.name}`);
  await page.goto(`/occupancy?unit=${lively}&from=2026-03-01&to=2026-05-01&by=week`);
  await screenshot(page, `occupancy-weeks-${look.name}`);
  await page.context().close();
});
