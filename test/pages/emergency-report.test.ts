import type { Browser, Page } from 'playwright-core';
import { aDisplacement } from '../support/a-displacement';
import { expectAccessible } from '../support/accessible';
import { LOOKS, openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import { aUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';

let product: Product;
let browser: Browser;
let march: string;
let quiet: string;

beforeAll(async () => {
  product = await startProduct();
  const { unit, stayId } = await aDisplacement(product);
  const arrival = { at: product.clock.at.toISOString() };
  await product.as('staff').post(`/api/stays/${stayId}/arrival`).send(arrival).expect(200);
  product.clock.at = new Date('2026-03-14T12:00:00Z');
  march = `/occupancy?unit=${unit.id}&from=2026-03-01&to=2026-04-01`;
  quiet = `/occupancy?unit=${(await aUnit(product)).id}&from=2026-03-01&to=2026-04-01`;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await product.close();
});

const section = (page: Page) => page.getByRole('region', { name: 'Emergencies and what they cost others' });
const text = async (page: Page) => (await section(page).innerText()).replace(/\s+/g, ' ');

describe.each(SETTINGS)('what emergencies cost others, at a $name', (setting) => {
  let page: Page;

  beforeEach(async () => {
    page = await openPage(browser, product, setting);
  });

  afterEach(() => page.context().close());

  it('says it in sentences with how each number was made, then as a table', async () => {
    await signIn(product, page, 'finance', march);
    const said = await text(page);
    for (const words of [
      '1 emergency stay began. Emergencies used 5 bed-nights: 5 ÷ 5 occupied = 100.0%. They cost £31,000.00.',
      '1 emergency stay went past its end, by 4 bed-nights: 4 ÷ 5 emergency bed-nights = 80.0%.',
      '1 planned stay of 1 young person lost its bed, and 2 nights, with 0 nights of notice on average: 0 ÷ 1.',
      'None has been given other dates yet. 1 still waits, for up to 3 days so far.',
      'Emergencies: 1 stay begun 5 £31,000.00',
      'Of these, past their end: 1 stay 4 £24,800.00',
      'Planned stays displaced: 1 stay 2 £12,400.00',
      'Planned bed-nights lost in the period 2 Used by an emergency 2 £12,400.00',
    ])
      expect(said).toContain(words);
    await expectAccessible(page);
  });

  it('prints without the form that asks for a period, as wide as a sheet of A4', async () => {
    await signIn(product, page, 'finance', march);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 718, height: 1050 });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(718);
    expect(await page.getByRole('button', { name: 'Show' }).isVisible()).toBe(false);
    expect(await section(page).isVisible()).toBe(true);
  });

  it('says of a quiet time that nobody came and nobody lost a bed, without a table', async () => {
    await signIn(product, page, 'finance', quiet);
    expect(await text(page)).toBe(
      'Emergencies and what they cost others No emergency stay began. No bed-night went to an emergency. No planned stay was displaced.',
    );
    await expectAccessible(page);
  });
});

it.each(LOOKS)('looks right at a $name', async (look) => {
  const page = await openPage(browser, product, look);
  await signIn(product, page, 'manager', march);
  await screenshot(page, `emergency-report-${look.name}`);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 718, height: 1050 });
  await screenshot(page, `emergency-report-${look.name}-printed`);
  await page.context().close();
});
