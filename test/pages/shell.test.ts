import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { LOOKS, openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
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

describe.each(SETTINGS)('any page at a $name', (setting) => {
  let page: Page;

  beforeAll(async () => {
    page = await openPage(browser, product, setting);
  });

  beforeEach(() => page.context().clearCookies());
  afterAll(() => page.context().close());

  it.each(['/cookies', '/accessibility', '/no-such-page'])('is accessible: %s', async (path) => {
    await page.goto(path);
    await expectAccessible(page);
    await signIn(product, page, 'manager', path);
    await expectAccessible(page);
  });

  it('answers 404 for an address it does not know, and leads back', async () => {
    await signIn(product, page, 'manager', '/cookies');
    const answer = await page.goto('/no-such-page', { referer: `${product.baseUrl}/cookies` });
    expect(answer?.status()).toBe(404);
    expect(await page.title()).toBe('Error: Page not found – Short breaks');
    await page.getByRole('link', { name: 'Go back to the page before' }).click();
    expect(new URL(page.url()).pathname).toBe('/cookies');
  });

  it('says when a role may not open a page, and leads on', async () => {
    await signIn(product, page, 'worker', '/cookies');
    const answer = await page.goto('/board');
    expect(answer?.status()).toBe(403);
    await page.getByRole('heading', { level: 1, name: 'Your role does not allow this' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Go to the start page' }).click();
    await page.getByRole('heading', { name: 'Hello, Test worker' }).waitFor();
  });

  it('breaks no rule of its own content policy and asks for no typeface', async () => {
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('response', (answer) => answer.status() >= 400 && complaints.push(answer.url()));
    page.on('request', (asked) => asked.resourceType() === 'font' && complaints.push(asked.url()));
    await page.goto('/sign-in');
    await signIn(product, page, 'worker', '/accessibility');
    expect(complaints).toEqual([]);
  });
});

it('lets a keyboard skip straight to what the page is about', async () => {
  const page = await openPage(browser, product, { name: 'desk', options: {} });
  await page.goto('/cookies');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('main-content');
  await page.context().close();
});

it('lets developers browse the API under the same content policy', async () => {
  const page = await openPage(browser, product, { name: 'desk', options: {} });
  await page.goto('/api/docs', { waitUntil: 'commit' });
  const title = page.getByRole('heading', { name: 'Short breaks: booking and occupancy' });
  await title.waitFor({ timeout: 45_000 });
  await screenshot(page, 'api-docs');
  await page.context().close();
});

it('shows each role only the places it may open', async () => {
  const page = await openPage(browser, product, { name: 'desk', options: {} });
  await signIn(product, page, 'finance', '/cookies');
  const places = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
  expect(await places.allTextContents()).toEqual(['Board', 'Occupancy']);
  await page.context().close();
});

it.each(LOOKS)('looks right at a $name', async (look) => {
  const page = await openPage(browser, product, look);
  await signIn(product, page, 'manager', '/cookies');
  await screenshot(page, `cookies-${look.name}`);
  await page.goto('/accessibility');
  await screenshot(page, `accessibility-${look.name}`);
  await page.goto('/no-such-page');
  await screenshot(page, `not-found-${look.name}`);
  await expectAccessible(page);
  await page.context().close();
});
