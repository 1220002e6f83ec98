import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import { aUnit, book } from '../support/diary';
import { agreedPlans, newSiblings } from '../support/family-plans';
import { familyOf, mistakes } from '../support/people-page';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';

const friday = { arrivesOn: '2026-03-13', departsOn: '2026-03-16' };

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

describe.each(SETTINGS)('plans at a $name', (setting) => {
  let page: Page;
  const shoot = (name: string) => screenshot(page, `plans-${name}-${setting.name.replaceAll(' ', '-')}`);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  beforeEach(async () => {
    page = await openPage(browser, product, setting);
  });

  afterEach(() => page.context().close());

  it('are made by the worker from a new family on, and agreed by the manager', async () => {
    const reference = `FAM ${setting.name}`;
    await signIn(product, page, 'worker', '/families');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Add a family' }).click();
    await page.getByLabel('First name').fill('Ines');
    await page.getByLabel('Family name').fill(`Vale ${setting.name}`);
    await page.getByLabel('Date of birth').fill(`2013-04-0${SETTINGS.indexOf(setting) + 1}`);
    await page.getByLabel('Case reference').fill(`SB ${setting.name}`);
    await page.getByLabel('What does the council call the family?').fill(reference);
    await press('Add to the file');
    await page.getByRole('heading', { name: 'Open a CAS plan' }).waitFor();
    await press('Open the plan');
    expect(await mistakes(page)).toEqual(['Choose how the family is supported.', 'Enter at least one goal.']);
    await page.getByLabel('Child in need plan').check();
    await page.getByLabel('What are the family’s goals?').fill('Calmer evenings\nBack at school');
    await expectAccessible(page);
    await shoot('new-cas-plan');
    await press('Open the plan');
    await page.getByText('The CAS plan is open.').waitFor();
    await page.getByRole('link', { name: 'Make a short-break plan for Ines' }).click();
    await press('Save as a draft');
    expect(await mistakes(page)).toContain('Enter how many nights are agreed.');
    await page.getByLabel('Nights agreed').fill('24');
    await page.getByLabel('For “Calmer evenings”').fill('One weekend away a month');
    await page.getByLabel('What may the young person').fill('A room of her own; tea at six.');
    await page.getByLabel('Section 20, a series of short breaks').check();
    await page.getByLabel('Who gave consent?').fill('Her mother');
    await press('Save as a draft');
    expect(await mistakes(page)).toEqual(['Enter how they gave it.', 'Enter the day they gave it.']);
    expect(await page.getByLabel('Nights agreed').inputValue()).toBe('24');
    await expectAccessible(page);
    await shoot('new-short-break-plan');
    await page.getByLabel('How?').fill('In writing');
    await page.getByLabel('On what day?').fill('2026-03-10');
    await press('Save as a draft');
    await page.getByText('The draft is saved.').waitFor();
    await press('Agree the plan');
    await page.getByText('You have agreed the plan.').waitFor();
    await page.getByText('Test worker, Wed 11 March 2026').first().waitFor();
    expect(await page.getByRole('button', { name: 'Agree the plan' }).count()).toBe(0);
    await expectAccessible(page);
    const path = new URL(page.url()).pathname;
    await signIn(product, page, 'manager', path);
    await press('Agree the plan');
    await page.getByText('24 agreed less 0 used and 0 booked').waitFor();
    await expectAccessible(page);
    await shoot('short-break-plan');
    await page.getByRole('link', { name: reference }).click();
    await page.getByRole('heading', { name: /Ines Vale/ }).waitFor();
    await expectAccessible(page);
    await shoot('family');
  });

  it('show what closing would end before anything ends, and hand a family over', async () => {
    const ids = await newSiblings(product, 2);
    const [youngPersonId = ''] = ids;
    const { casPlan } = await agreedPlans(product, 'worker', ids);
    await book(product, await aUnit(product, { rooms: 1 }), [{ youngPersonId, ...friday }]);
    const familyId = await familyOf(product, youngPersonId);
    await signIn(product, page, 'worker', `/families/${familyId}`);
    await page.getByText('Fri 13 to Mon 16 March, 3 nights').waitFor();
    await page.getByRole('link', { name: 'See or change the CAS plan' }).click();
    await expectAccessible(page);
    await shoot('cas-plan');
    await page.getByRole('link', { name: 'Close the plan' }).click();
    await page.getByText('Stays still ahead, which are cancelled').waitFor();
    await press('Close the plan');
    expect(await mistakes(page)).toEqual([
      'Choose why it closes.',
      'Confirm that you have read what ends with it.',
    ]);
    await expectAccessible(page);
    await shoot('closing');
    await page.getByLabel('Aims achieved').check();
    await page.getByLabel('I have read what ends with it').check();
    await press('Close the plan');
    await page.getByText('The plan is closed.').waitFor();
    await page.getByRole('link', { name: 'Hand over to another key worker' }).click();
    await page.getByLabel('Who is the key worker from now on?').selectOption({ label: 'Test worker-2' });
    await expectAccessible(page);
    await press('Hand the family over');
    await page.getByRole('heading', { name: 'My families' }).waitFor();
    expect((await page.goto(`/cas-plans/${casPlan.id}`))?.status()).toBe(404);
  });

  it('change, shorten and lose consent one small form at a time', async () => {
    const ids = await newSiblings(product, 1);
    const { plans } = await agreedPlans(product, 'worker', ids);
    await signIn(product, page, 'worker', `/short-break-plans/${plans[0]?.id ?? ''}`);
    await page.getByRole('link', { name: 'Record that consent was withdrawn' }).click();
    await page.getByLabel('Who withdrew it, and why?').fill('Her mother is worried.');
    await expectAccessible(page);
    await press('Record it');
    await page.getByText('Withdrawn from Wed 11 March 2026: Her mother is worried.').waitFor();
    await page.getByRole('link', { name: 'Revise the plan' }).click();
    expect(await page.getByLabel('For “Calmer evenings at home”').inputValue()).toContain('A night away');
    await page.getByLabel('Nights agreed').fill('30');
    await press('Save as a draft');
    await page.getByRole('link', { name: 'Change the draft' }).click();
    await page.getByLabel('Nights agreed').fill('31');
    await press('Save the change');
    await page.getByText('31 nights in the whole plan').first().waitFor();
    await page.getByRole('link', { name: 'End the plan' }).click();
    await page.getByText('No stay is booked from that day on.').waitFor();
    await page.getByLabel('Why does it end?').fill('Made by mistake.');
    await page.getByLabel('I have read what ends with it').check();
    await expectAccessible(page);
    await press('End the plan');
    await page.getByText('The plan is ended.').waitFor();
    await expectAccessible(page);
    await shoot('ended');
  });
});
