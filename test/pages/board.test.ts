import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { LOOKS, openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import type { AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';
import { aLivelyUnit } from './a-lively-unit';

let product: Product;
let browser: Browser;
let unit: AUnit;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
  const page = await openPage(browser, product, { name: 'desk', options: {} });
  await signIn(product, page, 'manager', '/board');
  expect(await page.getByText('There is no unit yet').isVisible()).toBe(true);
  await expectAccessible(page);
  await page.context().close();
  unit = await aLivelyUnit(product);
});

afterAll(async () => {
  await browser.close();
  await product.close();
});

describe.each(SETTINGS)('the board at a $name', (setting) => {
  let page: Page;

  beforeEach(async () => {
    page = await openPage(browser, product, setting);
  });

  afterEach(() => page.context().close());

  it.each(['14', '91'])(
    'is accessible with %s nights, to those who may know names and those who may not',
    async (nights) => {
      await signIn(product, page, 'staff', `/board?unit=${unit.id}&nights=${nights}`);
      await expectAccessible(page);
      await page.goto('/board?from=2025-12-25');
      await expectAccessible(page);
      await page.context().clearCookies();
      await signIn(product, page, 'finance', `/board?unit=${unit.id}&nights=${nights}`);
      await expectAccessible(page);
    },
  );

  it('opens on last night, marks tonight, and says every cell in a sentence', async () => {
    await signIn(product, page, 'staff', '/board');
    const today = page.locator('th[aria-current="date"]');
    expect(await today.textContent()).toContain('Wed 11 March 2026, today');
    const cell = page.getByRole('link', { name: 'Room 3, the nights of Tue 10 to Thu 12 March: ' });
    expect((await cell.textContent())?.replace(/\s+/g, ' ')).toMatch(/March: D\.D\., occupied, emergency$/);
    const overdue = page.getByRole('link', { name: /^Room 2, the nights .* overdue to leave ?, planned$/ });
    expect(await overdue.count()).toBe(1);
  });

  it('leads from a stay to the stay, and from a free bed to booking it', async () => {
    await signIn(product, page, 'staff', '/board');
    const stay = page.getByRole('link', { name: /^Room 3, the nights of Tue 10/ });
    expect(await stay.getAttribute('href')).toMatch(/^\/board\?.*&stay=[0-9a-f-]{36}#chosen$/);
    await stay.click();
    const opened = page.locator('#chosen').getByRole('link', { name: 'Open the stay' });
    expect(await opened.getAttribute('href')).toMatch(/^\/stays\/[0-9a-f-]{36}$/);
    const free = page.getByRole('link', { name: 'Room 4, the night of Wed 11 March: Book' });
    const [, , , room] = unit.rooms;
    expect(await free.getAttribute('href')).toBe(
      `/stays/new?unit=${unit.id}&room=${room?.id ?? ''}&from=2026-03-11`,
    );
  });

  it('goes earlier, later and back to today, and keeps how many nights are shown', async () => {
    await signIn(product, page, 'staff', '/board');
    await page.getByRole('link', { name: '4 weeks' }).click();
    await page.getByRole('link', { name: 'Later' }).click();
    expect(await page.title()).toContain('Board: Tue 7 April to Mon 4 May');
    await page.getByRole('link', { name: 'Earlier' }).click();
    await page.getByRole('link', { name: 'Earlier' }).click();
    expect(await page.title()).toContain('Board: Tue 10 February to Mon 9 March');
    await page.getByRole('link', { name: 'Today', exact: true }).click();
    expect(await page.title()).toContain('Board: Tue 10 March to Mon 6 April');
  });

  it('leads from a night with a conflict to what is wrong with it', async () => {
    await signIn(product, page, 'staff', '/board');
    await page.getByRole('link', { name: 'Settle 1 thing for the night of Fri 13 March' }).click();
    const wrong = page.locator('.sb-finding:target');
    expect(await wrong.textContent()).toContain('The nights of Fri 13 to Sat 14 March');
    expect(await wrong.textContent()).toContain('They are assessed as not to be together.');
    expect(await wrong.getByRole('link').count()).toBe(2);
  });

  it('shows no initials and no links to those who may not know who stays', async () => {
    await signIn(product, page, 'finance', '/board');
    const table = page.locator('.sb-board');
    expect(await table.textContent()).not.toContain('D.D.');
    expect(await table.textContent()).toContain('Stay');
    expect(await table.getByRole('link', { name: /Room/ }).count()).toBe(0);
  });
});

it.each(LOOKS)('looks right at a $name', async (look) => {
  const page = await openPage(browser, product, look);
  await signIn(product, page, 'manager', '/board');
  await screenshot(page, `board-${look.name}`);
  await page.goto('/board?nights=28');
  await screenshot(page, `board-28-${look.name}`);
  await page.context().close();
});
