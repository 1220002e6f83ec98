import type { Browser, Page } from 'playwright-core';
import { PASSWORD } from '../support/accounts';
import { expectAccessible } from '../support/accessible';
import { LOOKS, openBrowser, openPage, SETTINGS, signIn, type Setting } from '../support/browser';
import { aCompatibleGroup, aUnit, book, type AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';

const [PHONE = { name: 'phone', options: {} }] = SETTINGS;
/** Two in the morning of Wednesday: the night is Tuesday's. */
const AT_TWO = new Date('2026-03-11T02:04:00Z');
const TONIGHT = { arrivesOn: '2026-03-10', departsOn: '2026-03-11' };

let product: Product;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await product.close();
});

beforeEach(() => {
  product.clock.at = AT_TWO;
});

afterEach(() => page.context().close());

/** With the given rooms taken from tonight on by planned stays that have not arrived. */
async function aHouse(rooms: number, taken = 0): Promise<{ unit: AUnit; children: string[] }> {
  product.clock.at = new Date('2026-03-01T12:00:00Z');
  const unit = await aUnit(product, { rooms });
  const children = await aCompatibleGroup(product, taken);
  for (const youngPersonId of children)
    expect((await book(product, unit, [{ youngPersonId, ...TONIGHT, departsOn: '2026-03-12' }])).status).toBe(
      201,
    );
  product.clock.at = AT_TWO;
  return { unit, children };
}

const heading = () => page.getByRole('heading', { level: 1 }).innerText();

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

async function aboutFifteen(): Promise<void> {
  await page.getByLabel('About how old?').fill('15');
  await press('See if there is a bed');
}

/** All a claim needs and nothing else. */
async function fillGrounds(): Promise<void> {
  await page.getByLabel('Police protection (section 46)').check();
  await page.getByLabel('At', { exact: true }).first().fill('01:30');
  await page.getByLabel('Why a bed tonight?').fill('Found alone at the station.');
  await page.getByLabel('What else was tried?').fill('An aunt did not answer.');
  await page.getByLabel('Name', { exact: true }).fill('Morgan Ellis');
  await page.getByLabel('Role').fill('Duty manager');
}

const said = () => page.getByRole('group', { name: 'What did the manager say?' }).getByRole('textbox').all();

const staysIn = async ({ id }: AUnit) =>
  (
    (await product.as('manager').get(`/api/stays?unitId=${id}`)).body as {
      items: { id: string; kind: string; status: string; endedBy?: string }[];
    }
  ).items;

it('takes an unknown child from the tonight card to a claimed bed in two pages, on a slow phone with a bad line', async () => {
  const { unit } = await aHouse(2);
  page = await openPage(browser, product, PHONE);
  page.context().setDefaultTimeout(45_000);
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const slow = { latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
  await line.send('Network.emulateNetworkConditions', { offline: false, ...slow });
  await page.goto(`/sign-in?next=${encodeURIComponent(`/tonight?unitId=${unit.id}`)}`);
  await page.getByLabel('User name').fill('edt');
  await page.getByLabel('Password').fill(PASSWORD);
  await press('Sign in');
  const shown: string[] = [];
  page.on('response', (answer) => {
    const isPage = answer.request().isNavigationRequest() && answer.status() === 200;
    if (isPage) shown.push(new URL(answer.url()).pathname.replace(/[0-9a-f-]{36}/, ':id'));
  });
  await page.getByRole('link', { name: 'Claim a bed' }).click();
  expect(await heading()).toBe('Who is it for?');
  await aboutFifteen();
  await page.getByText('There is a bed.').waitFor();
  await fillGrounds();
  await press('Claim the bed');
  await page.getByRole('heading', { level: 1, name: 'Room 1 is claimed' }).waitFor();
  expect(shown).toEqual(['/emergency-claims/new', '/emergency-claims/new', '/emergency-claims/:id']);
  await page.getByText('Until Wed 11 March 2026 at 5pm, when the day team takes over.').waitFor();
  await page.getByText('Police protection ends Sat 14 March 2026 at 1:30am.').waitFor();
  expect(await staysIn(unit)).toMatchObject([{ kind: 'emergency', status: 'confirmed' }]);
}, 120_000);

describe.each(SETTINGS)('a claim at a $name', (setting: Setting) => {
  const shoot = (name: string) => screenshot(page, `claim-${name}-${setting.name.replaceAll(' ', '-')}`);

  it('says everything that is missing at once, keeps what was typed, and claims when it is whole', async () => {
    const { unit } = await aHouse(2);
    page = await openPage(browser, product, setting);
    await signIn(product, page, 'edt', `/emergency-claims/new?unitId=${unit.id}`);
    await expectAccessible(page);
    await shoot('who');
    await page.getByLabel('First name, if known').fill('Sam');
    await press('See if there is a bed');
    expect(await page.title()).toMatch(/^Error: /);
    await page
      .getByRole('link', { name: 'Say about how old the child is, or give the date of birth.' })
      .click();
    expect(await page.getByLabel('First name, if known').inputValue()).toBe('Sam');
    await expectAccessible(page);
    await shoot('who-error');
    await page.getByLabel('Self-harm').check();
    await page.getByLabel('Not known').last().check();
    if (setting.options.javaScriptEnabled === false) await page.getByLabel('Self-harm').uncheck();
    await aboutFifteen();
    await page.getByText('There is a bed.').waitFor();
    await expectAccessible(page);
    await shoot('bed');
    expect(await page.locator('input[name=legalBasis]:checked').count()).toBe(0);
    await page.getByLabel('Section 20: a parent agrees').check();
    await page.getByLabel('Why a bed tonight?').fill('Locked out, nobody home.');
    await press('Claim the bed');
    expect(await page.title()).toMatch(/^Error: /);
    const errors = await page.locator('.govuk-error-summary__list li').allInnerTexts();
    expect(errors).toEqual([
      'Say who agreed.',
      'Say how they agreed.',
      'Say what else was tried.',
      'Enter the name of the manager who agreed.',
      'Enter the role of the manager who agreed.',
    ]);
    expect(await page.getByLabel('Why a bed tonight?').inputValue()).toBe('Locked out, nobody home.');
    expect(await page.getByLabel('Section 20: a parent agrees').isChecked()).toBe(true);
    await expectAccessible(page);
    await shoot('bed-error');
    await press('Change who it is for');
    expect(await page.getByLabel('First name, if known').inputValue()).toBe('Sam');
    expect(await page.getByLabel('Not known').last().isChecked()).toBe(true);
    await press('See if there is a bed');
    expect(await page.getByLabel('Why a bed tonight?').inputValue()).toBe('Locked out, nobody home.');
    await page.getByLabel('Name, and who they are').fill('Jo, the mother');
    await page.getByLabel('By telephone').check();
    await page.getByLabel('What else was tried?').fill('An aunt did not answer.');
    await page.getByLabel('Name', { exact: true }).fill('Morgan Ellis');
    await page.getByLabel('Role').fill('Duty manager');
    await press('Claim the bed');
    expect(await heading()).toBe('Room 1 is claimed');
    await expectAccessible(page);
    await shoot('made');
    await page.getByText('Add what you find out').click();
    await page.getByLabel('Last name').fill('Rowe');
    await press('Add');
    await page.getByText('Sam Rowe').waitFor();
    expect(await page.getByLabel('Last name').count()).toBe(0);
    await expectAccessible(page);
  });

  it('makes room in a full unit by the least harm, only when it is chosen and the manager has said so', async () => {
    const { unit } = await aHouse(2, 2);
    page = await openPage(browser, product, setting);
    await signIn(product, page, 'edt', `/tonight?unitId=${unit.id}`);
    await page.getByRole('link', { name: 'See what can be done' }).click();
    await aboutFifteen();
    await page.getByText('No bed is free. Somebody would lose theirs.').waitFor();
    expect(await page.locator('input[name=way]').count()).toBe(2);
    expect(await page.locator('input[name=way]:checked').count()).toBe(0);
    expect(await page.content()).not.toMatch(/Given\d|Family\d/);
    await expectAccessible(page);
    await shoot('full');
    await fillGrounds();
    await press('Claim the bed');
    await page.getByRole('link', { name: 'Choose how to make room.' }).waitFor();
    await page
      .getByRole('radio', { name: /loses its bed/ })
      .first()
      .check();
    await press('Claim the bed');
    const unsaid = await page.locator('.govuk-error-summary__list li').allInnerTexts();
    expect(unsaid.length).toBeGreaterThan(0);
    expect(unsaid.every((words) => words.startsWith('Write what the manager said: '))).toBe(true);
    await expectAccessible(page);
    await shoot('full-error');
    for (const field of await page
      .getByRole('group', { name: 'What did the manager say?' })
      .getByRole('textbox')
      .all())
      await field.fill('Nowhere else tonight. Staff stay awake.');
    await press('Claim the bed');

    await page.getByText('One planned break lost its bed.').waitFor();
    await expectAccessible(page);
    await shoot('full-made');
    const stays = await staysIn(unit);
    expect(stays.filter(({ status }) => status === 'displaced')).toHaveLength(1);
    expect(stays.filter(({ kind }) => kind === 'emergency')).toHaveLength(1);
  });
});

it.each(LOOKS)('looks right at a $name', async (look) => {
  const { unit } = await aHouse(2, 2);
  page = await openPage(browser, product, look);
  await signIn(product, page, 'staff', `/emergency-claims/new?unitId=${unit.id}`);
  await expectAccessible(page);
  await screenshot(page, `claim-staff-who-${look.name}`);
  await page.getByLabel('About how old?').fill('16');
  await press('See if there is a bed');
  await page.getByText('Homeless at 16 or 17').waitFor();
  await expectAccessible(page);
  await screenshot(page, `claim-staff-full-${look.name}`);
  await page
    .getByRole('radio', { name: /loses its bed/ })
    .first()
    .check();
  await fillGrounds();
  for (const field of await said()) await field.fill('Nowhere else tonight.');
  await page.getByRole('button', { name: 'Claim the bed' }).dblclick();
  await page.getByText('One planned break lost its bed.').waitFor();
  await page.getByText('Find out what is not known yet').waitFor();
  await expectAccessible(page);
  await screenshot(page, `claim-staff-made-${look.name}`);
  expect((await staysIn(unit)).filter(({ kind }) => kind === 'emergency')).toHaveLength(1);
});
