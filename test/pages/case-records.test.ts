import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import { aUnit } from '../support/diary';
import { aNamed, mistakes } from '../support/people-page';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
  await aUnit(product);
});

afterAll(async () => {
  await browser.close();
  await product.close();
});

describe.each(SETTINGS)('a case record at a $name', (setting) => {
  let page: Page;
  let id: string;
  const name = setting.name.replaceAll(' ', '');

  beforeEach(async () => {
    page = await openPage(browser, product, setting);
    id = await aNamed(product, `Amara Of${name}`);
  });
  afterEach(() => page.context().close());

  it('is written from the child’s page, keeps what was typed, and is corrected in sight', async () => {
    await signIn(product, page, 'staff', `/young-people/${id}`);
    await page.getByText('Nothing is removed automatically').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Write in the case record' }).click();
    await page.getByLabel('Which day is it about?').fill('');
    await page.getByRole('textbox', { name: 'The entry' }).fill('Made soup for everybody.');
    await page.getByRole('button', { name: 'Sign and write' }).click();
    expect(await mistakes(page)).toEqual(['Enter the day it is about.']);
    expect(await page.getByRole('textbox', { name: 'The entry' }).inputValue()).toBe(
      'Made soup for everybody.',
    );
    await expectAccessible(page);
    await page.getByLabel('Which day is it about?').fill('2026-03-10');
    await page.getByRole('button', { name: 'Sign and write' }).click();
    await page.getByText('Signed: Test staff, Residential staff, Wed 11 March 2026 at midday').waitFor();
    await page.getByRole('link', { name: 'Correct this entry of Tue 10 March 2026' }).click();
    await page.getByRole('textbox', { name: 'The entry as it should have been' }).fill('Made stew.');
    await page.getByRole('button', { name: 'Sign and correct' }).click();
    expect(await mistakes(page)).toEqual(['Say what was wrong.']);
    await expectAccessible(page);
    await page.getByLabel('What was wrong?').fill('It was stew.');
    await page.getByRole('button', { name: 'Sign and correct' }).click();
    await page.getByText('Corrected on Wed 11 March 2026 at midday by Test staff').waitFor();
    expect(await page.locator('del').allTextContents()).toEqual(['Made soup for everybody.']);
    await expectAccessible(page);
    await screenshot(page, `case-record-${setting.name.replaceAll(' ', '-')}`);
  });

  it('leaves as a file to print that reads well by itself', async () => {
    await signIn(product, page, 'manager', `/young-people/${id}`);
    await page.getByRole('link', { name: 'Give them what is kept of them' }).click();
    await expectAccessible(page);
    const started = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download to print' }).click();
    const download = await started;
    expect(download.suggestedFilename()).toBe('subject-access-2026-03-11.html');
    const file = join(tmpdir(), `${name}-${process.pid}.html`);
    await download.saveAs(file);
    await page.goto(`file://${file}`);
    await page.getByRole('heading', { name: 'Who has looked, and what was done' }).waitFor();
    await expectAccessible(page);
    await screenshot(page, `bundle-${setting.name.replaceAll(' ', '-')}`);
    rmSync(file);
  });
});
