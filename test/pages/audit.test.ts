import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import { aUnit, book, siblings } from '../support/diary';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';

let product: Product;
let browser: Browser;
let child: string;

beforeAll(async () => {
  product = await startProduct();
  const unit = await aUnit(product);
  [child = ''] = await siblings(product, 2);
  const nights = { arrivesOn: '2026-03-13', departsOn: '2026-03-15' };
  const booked = await book(product, unit, [{ youngPersonId: child, ...nights }]);
  const stayId = (booked.body as { items: { id: string }[] }).items[0]?.id ?? '';
  await product
    .as('staff')
    .post(`/api/stays/${stayId}/dates`)
    .send({ ...nights, departsOn: '2026-03-16' });
  await product.as('finance').get(`/api/stays/${stayId}`);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await product.close();
});

describe.each(SETTINGS)('the audit trail at a $name', (setting) => {
  let page: Page;

  beforeEach(async () => {
    page = await openPage(browser, product, setting);
  });

  afterEach(() => page.context().close());

  it('is searched by child, shows what changed, and says whether it is whole', async () => {
    await signIn(product, page, 'manager', '/audit');
    await expectAccessible(page);
    await page.getByLabel('About which young person').fill('Given1');
    await page.getByRole('button', { name: 'Show' }).click();
    const several = page.getByRole('heading', { name: 'Whom do you mean?' });
    if ((await several.count()) > 0) await page.getByRole('link', { name: /^Given1 / }).click();
    await page.getByText('About Given1 Family1.').waitFor();
    const changed = page.getByRole('listitem').filter({ hasText: 'Changed the dates of a stay' });
    await changed.getByText('Test staff, Residential staff').waitFor();
    await changed.getByText(/^Exactly/).click();
    await changed.getByText('Departs on').waitFor();
    await changed.getByText('Mon 16 March 2026').waitFor();
    await page.getByText('Your role (finance) may not look up stays.').waitFor();
    await expectAccessible(page);
    await screenshot(page, `audit-${setting.name.replaceAll(' ', '-')}`);
    await page.getByLabel('Last day').fill('2026-03-01');
    await page.getByLabel('First day').fill('2026-03-02');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('alert').getByText('The last day must not be before the first day.').waitFor();
    await expectAccessible(page);
    await page.goto('/audit/verification');
    await page.getByRole('button', { name: 'Check the whole trail' }).click();
    await page.getByText(/^Whole: /).waitFor();
    await expectAccessible(page);
  });

  it('tells on a child’s page who has looked', async () => {
    await signIn(product, page, 'deputy', `/young-people/${child}`);
    await page.getByRole('heading', { name: 'Who has looked' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Everybody who has looked' }).click();
    await page.getByRole('heading', { name: 'Who has looked' }).waitFor();
    await page.getByText('Test deputy, Deputy manager').first().waitFor();
    await expectAccessible(page);
  });

  it('names no child to an auditor', async () => {
    await signIn(product, page, 'auditor', `/audit?youngPersonId=${child}`);
    await page.getByText(/^About Young person [0-9a-f]{8}\./).waitFor();
    expect(await page.content()).not.toMatch(/Given1|Family1/);
    await expectAccessible(page);
  });
});
