import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { openBrowser, openPage, SETTINGS, signIn, type Setting } from '../support/browser';
import { aUnit, type AUnit } from '../support/diary';
import { aPlanInProgress, aStayOf } from '../support/in-progress';
import { mistakes } from '../support/people-page';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';

let product: Product;
let browser: Browser;
let unit: AUnit;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
  unit = await aUnit(product);
});

afterAll(async () => {
  await browser.close();
  await product.close();
});

let page: Page;
afterEach(() => page.context().close());

const shootAs = (setting: Setting) => (name: string) =>
  screenshot(page, `progress-${name}-${setting.name.replaceAll(' ', '-')}`);

describe.each(SETTINGS)('how plans fare at a $name', (setting) => {
  const shoot = shootAs(setting);

  beforeEach(async () => {
    page = await openPage(browser, product, setting);
  });

  it('leads the key worker from an overdue meeting to the next, and to the review of the CAS plan', async () => {
    const plan = await aPlanInProgress(product, { reviewOn: '2026-03-01' });
    await signIn(product, page, 'worker', '/reviews');
    await page.getByText('10 days late').first().waitFor();
    await expectAccessible(page);
    await shoot('reviews');
    await page.locator(`a[href="/short-break-plans/${plan.planId}/progress-meetings"]`).click();
    await page.getByRole('button', { name: 'Record a progress meeting' }).click();
    expect(await page.getByLabel('Community worker').inputValue()).toBe('Test worker');
    await page.getByLabel('Residential worker').fill('Test staff');
    await page.getByLabel('4 Nearly there').first().check();
    await page.getByRole('button', { name: 'Record the meeting' }).click();
    expect(await mistakes(page)).toEqual([
      'Choose how far this goal has come.',
      'Write what you decided.',
      'Enter when you meet next.',
    ]);
    expect(await page.getByLabel('4 Nearly there').first().isChecked()).toBe(true);
    await expectAccessible(page);
    await shoot('new-meeting');
    await page.getByLabel('3 Half way').last().check();
    await page.getByLabel('In words').first().fill('Made soup for everybody.');
    await page.getByLabel('What did you decide?').fill('Cook on the first evening.');
    await page.getByLabel('When do you meet next?').fill('2026-06-01');
    await page.getByRole('button', { name: 'Record the meeting' }).click();
    await page.getByText('The next is on Mon 1 June 2026.').waitFor();
    expect(
      await page
        .getByRole('row', { name: /^Cook a meal/ })
        .getByRole('cell')
        .allTextContents(),
    ).toEqual(['2', '4']);
    await expectAccessible(page);
    await shoot('meetings');
    await page.goto(`/cas-plans/${plan.casPlanId}/reviews`);
    await page.getByLabel('What was decided?').fill('Go on.');
    await page.getByLabel('When is the next review due?').fill('2026-03-01');
    await page.getByRole('button', { name: 'Record the review' }).click();
    await page.getByRole('link', { name: 'The next date must be after the day it was held.' }).waitFor();
    expect(await page.getByLabel('What was decided?').inputValue()).toBe('Go on.');
    await page.getByLabel('When is the next review due?').fill('2026-09-01');
    await page.getByRole('button', { name: 'Record the review' }).click();
    await page.getByText('The next is due on Tue 1 September 2026.').waitFor();
    await expectAccessible(page);
    await shoot('cas-reviews');
  });

  it('takes what staff noticed to the key worker, and its fate back to them', async () => {
    const { youngPersonId } = await aPlanInProgress(product);
    const stayId = await aStayOf(product, youngPersonId, unit, { from: '2026-03-06', to: '2026-03-08' });
    const words = `Slept well, ${setting.name}`;
    await signIn(product, page, 'staff', `/stays/${stayId}`);
    await page.getByRole('link', { name: 'Write down something you noticed' }).click();
    await page.getByRole('button', { name: 'Send it to the key worker' }).click();
    expect(await mistakes(page)).toHaveLength(3);
    await page.getByLabel('A strength').check();
    await page.getByLabel('Soon').check();
    await page.getByLabel('What did you notice?').fill(words);
    await expectAccessible(page);
    await shoot('noticing');
    await page.getByRole('button', { name: 'Send it to the key worker' }).click();
    await page.getByText('It is written down.').waitFor();
    await page.context().clearCookies();
    await signIn(product, page, 'worker', '/noticed');
    const line = page.getByRole('listitem').filter({ hasText: words });
    await expectAccessible(page);
    await line.getByRole('link').click();
    await page.getByLabel('Make it a new goal of the CAS plan').check();
    await page.getByRole('button', { name: 'Settle it' }).click();
    expect(await mistakes(page)).toEqual(['Write the new goal.']);
    await page.getByLabel('The new goal').fill('Sleeps through the night');
    await expectAccessible(page);
    await shoot('settling');
    await page.getByRole('button', { name: 'Settle it' }).click();
    await page.getByText('It is part of the CAS plan now.').waitFor();
    await page.context().clearCookies();
    await signIn(product, page, 'staff', '/noticed');
    await line.getByText('Goal: Sleeps through the night').waitFor();
    await expectAccessible(page);
    await shoot('noticed');
  });
});

describe.each(SETTINGS.slice(1))('nights and days away at a $name', (setting) => {
  const shoot = shootAs(setting);

  beforeEach(async () => {
    page = await openPage(browser, product, setting);
  });

  it('counts nights, and takes those elsewhere and their withdrawal', async () => {
    const { youngPersonId } = await aPlanInProgress(product);
    await aStayOf(product, youngPersonId, unit, { from: '2026-01-05', to: '2026-01-25' });
    await signIn(product, page, 'staff', `/young-people/${youngPersonId}`);
    await page.getByText('20 of 75 nights').first().waitFor();
    await expectAccessible(page);
    await shoot('young-person');
    await page.getByRole('link', { name: 'How they are counted, and nights elsewhere' }).click();
    await page.getByLabel('First night').fill('2026-01-24');
    await page.getByLabel('Day of leaving').fill('2026-01-28');
    await page.getByLabel('Where?').fill('Their aunt’s');
    await page.getByRole('button', { name: 'Declare these nights' }).click();
    await page.getByRole('link', { name: /^They have a stay with us then/ }).waitFor();
    await page.getByLabel('First night').fill('2026-01-25');
    await page.getByRole('button', { name: 'Declare these nights' }).click();
    await page.getByText('They count from now on.').waitFor();
    await expectAccessible(page);
    await shoot('nights');
    await page.getByRole('link', { name: /^Withdraw/ }).click();
    await page.getByLabel('Why are they withdrawn?').fill('They came home.');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Withdraw these nights' }).click();
    await page.getByText('Withdrawn by Test staff: They came home.').waitFor();
  });
});
