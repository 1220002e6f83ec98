import { PASSWORD } from '../support/accounts';
import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { LOOKS, openBrowser, openPage, SETTINGS } from '../support/browser';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';

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

describe.each(SETTINGS)('signing in at a $name', (setting) => {
  let page: Page;

  beforeAll(async () => {
    page = await openPage(browser, product, setting);
  });

  beforeEach(() => page.context().clearCookies());
  afterAll(() => page.context().close());

  it('is accessible, empty and with mistakes', async () => {
    await page.goto('/sign-in');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expectAccessible(page);
  });

  it('says what is missing, beside the field and at the top', async () => {
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    expect(await page.title()).toBe('Error: Sign in – Short breaks');
    await page.getByRole('alert').getByRole('link', { name: 'Enter your user name.' }).click();
    expect(await page.getByLabel('User name').getAttribute('aria-describedby')).toBe('user-error');
    expect(new URL(page.url()).hash || '#user').toBe('#user');
  });

  it('does not say whether the user name or the password was wrong', async () => {
    await page.goto('/sign-in');
    await page.getByLabel('User name').fill('manager');
    await page.getByLabel('Password').fill('guess');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('alert').getByText('do not go together').waitFor();
    expect(await page.getByLabel('User name').inputValue()).toBe('manager');
    expect(await page.getByLabel('Password').inputValue()).toBe('');
  });

  it('leads to the page one wanted, and out again', async () => {
    await page.goto('/sign-in?next=%2Fcookies');
    await page.getByLabel('User name').fill('worker');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL('/cookies');
    expect(new URL(page.url()).pathname).toBe('/cookies');
    await page.getByRole('button', { name: 'Sign out' }).click();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.goto('/');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });

  it('takes one press of a button in the demonstration', async () => {
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in as worker', exact: true }).click();
    await page.getByRole('heading', { name: 'Hello, Test worker' }).waitFor();
    await expectAccessible(page);
  });
});

it.each(LOOKS)('looks right at a $name', async (look) => {
  const page = await openPage(browser, product, look);
  await page.goto('/sign-in');
  await screenshot(page, `sign-in-${look.name}`);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await screenshot(page, `sign-in-mistakes-${look.name}`);
  await expectAccessible(page);
  await page.context().close();
});
