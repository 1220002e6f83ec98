import type { Browser, Page } from 'playwright-core';
import { COOKIE } from '../../src/accounts/session.middleware';
import { expectAccessible } from '../support/accessible';
import { openBrowser, openPage, SETTINGS } from '../support/browser';
import { startCouncilProduct, type CouncilProduct } from '../support/oidc/council-product';

let council: CouncilProduct;
let browser: Browser;

beforeAll(async () => {
  council = await startCouncilProduct();
  await council.openUnit('Larch House');
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await council.close();
});

/** At the council's own pages. */
async function proveAs(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

describe.each(SETTINGS)('signing in with the council at a $name', (setting) => {
  let page: Page;

  beforeEach(async () => {
    page = await openPage(browser, council.product, setting);
  });
  afterEach(() => page.context().close());

  it('leads to the council, back to the page one wanted, and out of both again', async () => {
    await page.goto('/outbox?unit=all');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Sign in with your council account' }).click();
    await proveAs(page, 'ruth');
    await page.getByText('Ruth Calder', { exact: true }).waitFor();
    expect(page.url()).toBe(`${council.product.baseUrl}/outbox?unit=all`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Yes, sign me out' }).click();
    await page.waitForURL('/sign-in');
    await page.goto('/outbox');
    await page.getByRole('button', { name: 'Sign in with your council account' }).waitFor();
  });

  it('says why not, and lets one try with another account', async () => {
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in with your council account' }).click();
    await proveAs(page, 'nobody');
    await page.getByRole('heading', { name: 'You cannot sign in here' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Sign in', exact: true }).click();
    await page.getByRole('link', { name: 'Use another council account' }).click();
    await proveAs(page, 'ruth');
    // The council's own page for a change of account goes on by itself only with scripts.
    if (setting.options.javaScriptEnabled === false)
      await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Ruth Calder', { exact: true }).waitFor();
  });

  it('keeps what was typed when the session has ended meanwhile', async () => {
    await page.goto('/sign-in/start?to=/closures/new');
    await proveAs(page, 'ruth');
    await page.getByLabel('Why').first().fill('The boiler is being mended.');
    await page.context().clearCookies({ name: COOKIE });
    await page.locator('main form button').last().click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Sign in with your council account' }).click();
    await page.getByRole('button', { name: 'Carry on' }).click();
    expect(await page.getByLabel('Why').first().inputValue()).toBe('The boiler is being mended.');
  });
});
