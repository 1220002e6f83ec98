import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { LOOKS, openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import type { AUnit } from '../support/diary';
import { aStayOf } from '../support/in-progress';
import { aNamed } from '../support/people-page';
import { startProduct, type Product } from '../support/product';
import { aNamedFamily, asked } from '../support/requests';
import { screenshot } from '../support/screenshot';
import { aLivelyUnit } from './a-lively-unit';

let product: Product;
let browser: Browser;
let unit: AUnit;
let page: Page;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await product.close();
});
afterEach(() => page.context().close());

it('begins, while there is no unit, with how to set one up', async () => {
  page = await openPage(browser, product, { name: 'desk', options: {} });
  await signIn(product, page, 'manager');
  await page.getByRole('link', { name: 'Set up a unit' }).waitFor();
  await expectAccessible(page);
});

describe('of a unit in the middle of things', () => {
  const names = ['Kit', 'Lou', 'Max'] as const;

  beforeAll(async () => {
    unit = await aLivelyUnit(product);
    const family = await aNamedFamily(product, 'Quill', names);
    for (const name of names)
      await asked(product, unit.id, [family[name]], {
        nights: 1,
        earliest: '2026-05-01',
        latest: '2026-05-29',
      });
  });

  describe.each(SETTINGS)('at a $name', (setting) => {
    const name = names[SETTINGS.indexOf(setting)] ?? 'Kit';
    const arriving = `Wren ${name}`;

    beforeEach(async () => {
      page = await openPage(browser, product, setting);
    });

    it('takes one press to record an arrival', async () => {
      const child = await aNamed(product, arriving);
      const dates = { from: '2026-03-11', to: '2026-03-12', status: 'confirmed' };
      await aStayOf(product, child, unit, dates);
      await signIn(product, page, 'manager');
      await expectAccessible(page);
      await page.getByRole('button', { name: new RegExp(`^Record arrival ?: ${arriving}, now$`) }).click();
      await page.getByText(`${arriving}: the arrival is recorded.`).waitFor();
      expect(await page.getByRole('button', { name: new RegExp(arriving) }).count()).toBe(0);
      await expectAccessible(page);
    });

    it('takes two clicks to say yes to a request', async () => {
      await signIn(product, page, 'manager');
      await page.getByRole('link', { name: `Decide: ${name} Quill` }).click();
      await page.getByRole('button', { name: 'Place' }).click();
      await page.getByText('Placed').first().waitFor();
      await signIn(product, page, 'manager');
      expect(await page.getByRole('link', { name: `Decide: ${name} Quill` }).count()).toBe(0);
    });

    it.each(['staff', 'worker', 'finance', 'service-manager', 'auditor', 'administrator'] as const)(
      'is accessible to %s',
      async (user) => {
        await signIn(product, page, user);
        await page.getByRole('heading', { level: 1, name: `Hello, Test ${user}` }).waitFor();
        await expectAccessible(page);
        await screenshot(page, `home-${user}-${setting.name.replaceAll(' ', '-')}`);
      },
    );
  });

  it.each(LOOKS)('looks right at a $name', async (look) => {
    const child = await aNamed(product, `Ash ${look.name}`);
    await aStayOf(product, child, unit, { from: '2026-03-11', to: '2026-03-12', status: 'confirmed' });
    page = await openPage(browser, product, look);
    await signIn(product, page, 'manager');
    await expectAccessible(page);
    await screenshot(page, `home-${look.name}`);
  });
});
