import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import { aUnit } from '../support/diary';
import { mistakes } from '../support/people-page';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  product = await startProduct();
  await aUnit(product);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await product.close();
});

describe.each(SETTINGS)('accounts at a $name', (setting) => {
  let page: Page;

  beforeEach(async () => {
    page = await openPage(browser, product, setting);
  });

  afterEach(() => page.context().close());

  it('are opened, changed and closed, each with a reason, and what was typed stays', async () => {
    const username = `jo.${setting.name.replaceAll(' ', '-').toLowerCase()}`;
    await signIn(product, page, 'administrator', '/accounts');
    await expectAccessible(page);
    await screenshot(page, `accounts-${setting.name.replaceAll(' ', '-')}`);
    await page.getByRole('button', { name: 'Open an account' }).click();
    await page.getByLabel('User name').fill(username);
    await page.getByLabel('Team').fill('North');
    await page.getByRole('button', { name: 'Open the account' }).click();
    expect(await mistakes(page)).toEqual([
      'Enter their name.',
      'Choose a role.',
      'Choose every unit, or those you tick.',
    ]);
    await expectAccessible(page);
    expect(await page.getByLabel('Team').inputValue()).toBe('North');
    await page.getByLabel('Name', { exact: true }).fill('Jo Smith');
    await page.getByLabel('Role').selectOption('Residential staff');
    await page.getByLabel('Every unit').check();
    await page.getByRole('button', { name: 'Open the account' }).click();
    await page.getByText('it is not shown again').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'See the account' }).click();
    await page.getByText('Every unit').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Change the account' }).click();
    await page.getByLabel('Only those ticked here').check();
    await page.getByRole('checkbox').first().check();
    await page.getByLabel('Last day').fill('2026-03-31');
    await page.getByRole('button', { name: 'Change the account' }).click();
    expect(await mistakes(page)).toEqual(['Say why the account changes.']);
    expect(await page.getByRole('checkbox').first().isChecked()).toBe(true);
    await expectAccessible(page);
    await page.getByLabel('Why does it change?').fill('They moved.');
    await page.getByRole('button', { name: 'Change the account' }).click();
    await page.getByText('The account is changed.').waitFor();
    await page.getByText('Open until Wed 1 April 2026 at midnight').waitFor();
    await page.getByRole('button', { name: 'Close the account' }).click();
    await page.getByRole('button', { name: 'Close the account' }).click();
    expect(await mistakes(page)).toEqual(['Say why the account closes.']);
    await expectAccessible(page);
    await page.getByLabel('Why does it close?').fill('They left.');
    await page.getByRole('button', { name: 'Close the account' }).click();
    await page.getByText('Closed since').waitFor();
    await expectAccessible(page);
  });
});

it('leave one’s own alone', async () => {
  const page = await openPage(browser, product, { name: 'desk', options: {} });
  await signIn(product, page, 'administrator', '/accounts');
  await page.getByRole('link', { name: 'Test administrator' }).click();
  await page.getByText('This is your own account.').waitFor();
  expect(await page.getByRole('button', { name: 'Change the account' }).count()).toBe(0);
  await page.context().close();
});
