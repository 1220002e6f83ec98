import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import { assessPair, aUnit, book } from '../support/diary';
import { aNamed, mistakes } from '../support/people-page';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';

const NOON = new Date('2026-03-11T12:00:00Z');

let product: Product;
let browser: Browser;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await product.close();
});

describe.each(SETTINGS)('day visits at a $name', (setting) => {
  let page: Page;
  const shoot = (name: string) => screenshot(page, `day-visits-${name}-${setting.name.replaceAll(' ', '-')}`);

  beforeEach(async () => {
    product.clock.at = NOON;
    page = await openPage(browser, product, setting);
  });

  afterEach(() => page.context().close());

  it('are booked, met by a later stay, said to have come, and cancelled', async () => {
    const family = setting.name.replaceAll(' ', '-');
    const unit = await aUnit(product);
    const amy = await aNamed(product, `Amy ${family}`);
    const ben = await aNamed(product, `Ben ${family}`);
    const cal = await aNamed(product, `Cal ${family}`);
    await assessPair(product, [amy, ben], 'with-controls');
    await assessPair(product, [amy, cal], 'not-together');
    await assessPair(product, [ben, cal]);
    const visit = {
      unitId: unit.id,
      youngPersonId: ben,
      on: '2026-03-13',
      fromTime: '15:30',
      toTime: '18:00',
    };
    await product
      .as('staff')
      .post('/api/day-visits')
      .send({ ...visit, purpose: 'Football' });

    await signIn(product, page, 'staff', `/day-visits?unit=${unit.id}`);
    await page.getByText('3 of 4 places left at its busiest').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Book on Fri 13 March' }).click();
    await page.getByRole('button', { name: 'Check' }).click();
    expect(await mistakes(page)).toEqual([
      'Choose who comes.',
      'Enter when they come, such as 15:30.',
      'Enter when they leave, such as 18:00.',
      'Say what the visit is for.',
    ]);
    await page.getByLabel('Find a young person').fill(`Amy ${family}`);
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByLabel(`Amy ${family}`).first().check();
    expect(await page.getByLabel('Which day?').inputValue()).toBe('2026-03-13');
    await page.getByLabel('From').fill('16:00');
    await page.getByLabel('Until').fill('17:30');
    await page.getByLabel('What is it for?').fill('Cook a meal');
    await expectAccessible(page);
    await shoot('new');
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByText(`With Ben ${family}.`).waitFor();
    await expectAccessible(page);
    await shoot('check');
    await page.getByRole('button', { name: 'Book the visit' }).click();
    expect(await mistakes(page)).toEqual(['Confirm that you have read this: Together only with controls.']);
    await page.getByLabel('I have read the controls').check();
    await page.getByRole('button', { name: 'Book the visit' }).click();
    await page.getByText('The visit is booked.').waitFor();
    const stay = { youngPersonId: cal, arrivesOn: '2026-03-13', departsOn: '2026-03-15' };
    expect((await book(product, unit, [stay])).status).toBe(201);
    await page.reload();
    await page.getByRole('heading', { name: 'Settle this' }).waitFor();
    await page.getByText(`With Cal ${family}.`).waitFor();
    await expectAccessible(page);
    await shoot('conflict');
    await page.locator('summary', { hasText: 'Cancel the visit' }).click();
    await page.getByRole('button', { name: 'Cancel the visit' }).click();
    expect(await mistakes(page)).toEqual(['Say who cancels.', 'Say why.']);
    await page.getByLabel('The family').check();
    await page.getByLabel('Why?').fill('A birthday.');
    await page.getByRole('button', { name: 'Cancel the visit' }).click();
    await page.getByText('The visit is cancelled.').waitFor();

    const way = page.getByRole('navigation', { name: 'Breadcrumb' });
    await way.getByRole('link', { name: 'Day visits' }).click();
    await shoot('list');
    product.clock.at = new Date('2026-03-13T15:45:00Z');
    await page.getByRole('link', { name: `Ben ${family}` }).click();
    await page.getByRole('button', { name: 'They came' }).click();
    await page.getByText('Came', { exact: true }).waitFor();
    await shoot('came');
  });
});

it('are closed to whoever may not book them', async () => {
  const page = await openPage(browser, product, { name: 'desk', options: {} });
  await signIn(product, page, 'worker', '/');
  expect(await page.getByRole('link', { name: 'Day visits' }).count()).toBe(0);
  for (const path of ['/day-visits', '/day-visits/new']) expect((await page.goto(path))?.status()).toBe(403);
  await page.context().close();
});
