import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { LOOKS, openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import { aUnit } from '../support/diary';
import { mistakes } from '../support/people-page';
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

interface Contract {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly costPencePerYear: number;
  readonly spotPricePencePerNight: number | null;
}

async function contractsOf(id: string): Promise<readonly Contract[]> {
  const answer = await product.as('manager').get(`/api/units/${id}`);
  return (answer.body as { contracts: readonly Contract[] }).contracts;
}

describe.each(SETTINGS)('units at a $name', (setting) => {
  let page: Page;

  beforeEach(async () => {
    page = await openPage(browser, product, setting);
  });

  afterEach(() => page.context().close());

  it('opens a unit with its rooms, once what is missing is said', async () => {
    await signIn(product, page, 'manager', '/units/new');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Open the unit' }).click();
    expect(await mistakes(page)).toEqual(['Enter the name of the unit.', 'Name at least one room.']);
    await expectAccessible(page);
    await page.getByLabel('Name of the unit').fill(`Larch at a ${setting.name}`);
    await page.getByLabel('Name of room 1').fill('Ocean');
    await page.getByLabel('Features of room 1').fill('ground floor, own bathroom');
    await page.getByRole('button', { name: 'Another room' }).click();
    expect(await page.getByLabel('Name of room 1').inputValue()).toBe('Ocean');
    await page.getByLabel('Name of room 5').fill('Forest');
    await page.getByRole('button', { name: 'Open the unit' }).click();
    await page.getByText('The unit is open.').waitFor();
    await page.getByRole('heading', { name: 'Forest' }).waitFor();
    await page.getByText('ground floor, own bathroom').waitFor();
    await expectAccessible(page);
  });

  it('adds a contract in pounds, and keeps it to the penny', async () => {
    const { id } = await aUnit(product);
    await signIn(product, page, 'manager', `/units/${id}/contracts/new`);
    await expectAccessible(page);
    await page.getByLabel('First day').fill('2026-04-01');
    await page.getByLabel('Last day').fill('2027-03-31');
    await page.getByLabel('Nights a year').fill('1,440');
    await page.getByLabel('Cost a year').fill('lots');
    await page.getByRole('button', { name: 'Add the contract' }).click();
    expect(await mistakes(page)).toEqual(['Enter a sum in pounds, such as 672,750 or 467.19.']);
    await expectAccessible(page);
    await page.getByLabel('Cost a year').fill('£672,750.10');
    await page.getByLabel('Price of a night').fill('467.2');
    await page.getByRole('button', { name: 'Add the contract' }).click();
    await page.getByText('The contract is added.').waitFor();
    await page.getByText('Wed 1 April 2026 to Wed 31 March 2027').waitFor();
    await page.getByText('£672,750.10').waitFor();
    await expectAccessible(page);
    expect(await contractsOf(id)).toMatchObject([
      {
        startsOn: '2026-04-01',
        endsOn: '2027-04-01',
        costPencePerYear: 67_275_010,
        spotPricePencePerNight: 46_720,
      },
    ]);
  });

  it('changes settings from a date on', async () => {
    const { id } = await aUnit(product);
    await signIn(product, page, 'administrator', `/units/${id}/settings/new`);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Change settings' }).click();
    expect(await mistakes(page)).toEqual(['Nothing is different yet. Change at least one setting.']);
    await page.getByLabel('From which night?').fill('2026-06-01');
    await page.getByLabel('Registered places').fill('3');
    await page.getByLabel('Oldest age').fill('7');
    await page.getByRole('button', { name: 'Change settings' }).click();
    expect(await mistakes(page)).toEqual(['The upper age must not be below the lower.']);
    await expectAccessible(page);
    await page.getByLabel('Oldest age').fill('17');
    await page.getByRole('button', { name: 'Change settings' }).click();
    await page.getByText('The settings are changed.').waitFor();
    await page.getByRole('heading', { name: 'From Mon 1 June 2026' }).waitFor();
    await page.getByText('3 registered places').waitFor();
    await expectAccessible(page);
  });
});

describe('at a desk', () => {
  let page: Page;

  beforeEach(async () => {
    page = await openPage(browser, product, { name: 'desk', options: {} });
  });

  afterEach(() => page.context().close());

  it('refuses contracts that overlap, at the field', async () => {
    const { id } = await aUnit(product);
    await signIn(product, page, 'manager', `/units/${id}/contracts/new`);
    const fill = async () => {
      await page.getByLabel('First day').fill('2026-04-01');
      await page.getByLabel('Nights a year').fill('1440');
      await page.getByLabel('Cost a year').fill('672750');
      await page.getByRole('button', { name: 'Add the contract' }).click();
    };
    await fill();
    await page.getByRole('button', { name: 'Add a contract' }).click();
    expect(await page.getByLabel('First day').inputValue()).toBe('2027-03-11');
    await fill();
    expect(await mistakes(page)).toEqual([
      'These dates meet a contract the unit has already. Start after it ends: contracts must not overlap.',
    ]);
  });

  it('opens one unit when the form is sent twice', async () => {
    await signIn(product, page, 'manager', '/units/new');
    const key = await page.locator('input[name=key]').inputValue();
    const form = { key, name: 'Twice', places: '1', ageFrom: '8', ageTo: '17', 'room-0': 'Ocean' };
    const send = () =>
      page.request.post('/units/new', { form, headers: product.headersOf('manager'), maxRedirects: 0 });
    const [first, second] = await Promise.all([send(), send()]);
    expect([first.status(), second.status()]).toEqual([303, 303]);
    expect(first.headers()['location']).toBe(second.headers()['location']);
  });

  it('lets everybody read a unit, and only those who set units up change it', async () => {
    const { id } = await aUnit(product);
    await signIn(product, page, 'staff', '/units');
    await expectAccessible(page);
    await page.goto(`/units/${id}`);
    await expectAccessible(page);
    expect(await page.getByRole('button', { name: /Add a contract|Change settings/ }).count()).toBe(0);
    for (const path of ['new', `${id}/contracts/new`, `${id}/settings/new`])
      expect((await page.goto(`/units/${path}`))?.status()).toBe(403);
    await expectAccessible(page);
    expect((await page.goto('/units/nowhere'))?.status()).toBe(404);
  });

  it('can be filled in by keyboard alone', async () => {
    const { id } = await aUnit(product);
    await signIn(product, page, 'manager', `/units/${id}/settings/new`);
    await page.getByLabel('Registered places').focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await page.getByText('The settings are changed.').waitFor();
  });
});

it.each(LOOKS)('looks right at a $name', async (look) => {
  const page = await openPage(browser, product, look);
  const { id } = await aUnit(product);
  const contract = { startsOn: '2026-04-01', endsOn: '2027-04-01', nightsPerYear: 1440 };
  await product
    .as('manager')
    .post(`/api/units/${id}/contracts`)
    .send({ ...contract, costPencePerYear: 67_275_000, spotPricePencePerNight: 46_719 });
  await product.as('manager').post(`/api/units/${id}/settings`).send({ from: '2026-02-01', places: 3 });
  await signIn(product, page, 'manager', `/units/${id}`);
  for (const [name, path] of Object.entries({
    unit: `/units/${id}`,
    'new-unit': '/units/new',
    contract: `/units/${id}/contracts/new`,
    settings: `/units/${id}/settings/new`,
  })) {
    await page.goto(path);
    await expectAccessible(page);
    await screenshot(page, `${name}-${look.name}`);
  }
  await page.context().close();
});
