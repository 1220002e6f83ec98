import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { LOOKS, openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import { aUnit, type AUnit } from '../support/diary';
import { mistakes } from '../support/people-page';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';

let product: Product;
let browser: Browser;
let unit: AUnit;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await product.close();
});

beforeEach(async () => {
  unit = await aUnit(product);
});

const set = (user: 'manager' | 'deputy', asked: object) =>
  product.as(user).post(`/api/units/${unit.id}/settings`).send(asked);

/** What each change of the history says, the last recorded first. */
function historyOn(page: Page): Promise<string[]> {
  return page.locator('[aria-labelledby=history] .sb-row').allInnerTexts();
}

describe.each(SETTINGS)('the ring-fence at a $name', (setting) => {
  let page: Page;
  const change = () => page.getByRole('button', { name: 'Change the ring-fence' }).click();

  beforeEach(async () => {
    page = await openPage(browser, product, setting);
  });

  afterEach(() => page.context().close());

  it('is changed for a time, with who and why, once what is missing is said', async () => {
    await signIn(product, page, 'deputy', `/units/${unit.id}`);
    await page.getByRole('link', { name: '0 beds kept' }).click();
    await page.getByText('No change is on file').waitFor();
    await expectAccessible(page);
    await page.getByLabel('From which night?').fill('');
    await change();
    expect(await mistakes(page)).toEqual([
      'Enter the first night it holds for.',
      'Say why the ring-fence changes.',
    ]);
    await page.getByLabel('From which night?').fill('2026-03-11');
    await page.getByLabel('Why?').fill('The holiday scheme is full.');
    await change();
    expect(await mistakes(page)).toEqual([
      'The ring-fence is that already. Change it, or the nights it is for.',
    ]);
    await page.getByLabel('Beds kept for planned breaks').fill('3');
    await page.getByLabel('Beds kept for emergencies').fill('2');
    await page.getByLabel('The last night').fill('2026-03-10');
    await change();
    expect(await mistakes(page)).toEqual(['The last night must not be before the first.']);
    await page.getByLabel('The last night').fill('2026-03-31');
    await change();
    expect(await mistakes(page)).toEqual([expect.stringContaining('The unit has 4 registered places')]);
    await expectAccessible(page);
    await page.getByLabel('Beds kept for emergencies').fill('1');
    await page.getByLabel('No, never').check();
    await change();
    await page.getByText('The ring-fence is changed.').waitFor();
    await expectAccessible(page);
    const tonight = await page.locator('[aria-labelledby=tonight]').innerText();
    for (const said of [
      'Tonight, Wed 11 March 2026',
      '3 beds kept for planned breaks',
      '1 bed kept for emergencies',
      'EDT may not displace',
      'From Wed 1 April 2026: 0 beds kept; EDT may displace with a manager’s authority.',
    ])
      expect(tonight).toContain(said);
    const [last = '', first = ''] = await historyOn(page);
    expect(last).toContain('From Wed 11 March 2026 to Tue 31 March 2026');
    for (const said of ['In force', 'The holiday scheme is full.', 'Test deputy'])
      expect(last).toContain(said);
    expect(first).toContain('From the start');
    expect(first).toContain('To come');
    await page.goto(`/units/${unit.id}`);
    await page.getByText('From Wed 11 March 2026').waitFor();
    await expectAccessible(page);
  });
});

describe('at a desk', () => {
  let page: Page;

  beforeEach(async () => {
    page = await openPage(browser, product, { name: 'desk', options: {} });
  });

  afterEach(() => page.context().close());

  it.each(['staff', 'worker', 'edt', 'service-manager', 'finance', 'auditor'] as const)(
    'is read by a %s, who may not change it',
    async (user) => {
      await set('manager', {
        from: '2026-03-11',
        ringFence: { keptForPlanned: 2 },
        reason: 'Agreed with the team.',
      });
      await signIn(product, page, user, `/units/${unit.id}/ring-fence`);
      await page.getByText('Agreed with the team.').waitFor();
      await expectAccessible(page);
      expect(await page.getByRole('button', { name: 'Change the ring-fence' }).count()).toBe(0);
      const form = { keptForPlanned: '0', keptForEmergency: '0', displacement: 'freely', from: '2026-03-11' };
      const answer = await page.request.post(`/units/${unit.id}/ring-fence`, {
        headers: product.headersOf(user),
        form: { ...form, reason: 'Because.' },
      });
      expect(answer.status()).toBe(403);
      await page.reload();
      expect(await historyOn(page)).toHaveLength(2);
    },
  );

  it('changes once when the form is sent twice', async () => {
    await signIn(product, page, 'manager', `/units/${unit.id}/ring-fence`);
    const key = await page.locator('input[name=key]').inputValue();
    const kept = { keptForPlanned: '1', keptForEmergency: '0', displacement: 'freely' };
    const form = { key, ...kept, from: '2026-03-11', lastNight: '', reason: 'Sent twice.' };
    const send = () =>
      page.request.post(`/units/${unit.id}/ring-fence`, {
        form,
        headers: product.headersOf('manager'),
        maxRedirects: 0,
      });
    const answers = await Promise.all([send(), send()]);
    expect(answers.map((answer) => answer.status())).toEqual([303, 303]);
    await page.reload();
    expect(await historyOn(page)).toHaveLength(2);
  });

  it('calls tonight the night that began yesterday, until morning', async () => {
    const noon = product.clock.at;
    product.clock.at = new Date('2026-03-12T02:00:00Z');
    try {
      await signIn(product, page, 'edt', `/units/${unit.id}/ring-fence`);
      await page.getByRole('heading', { name: 'Tonight, Wed 11 March 2026' }).waitFor();
    } finally {
      product.clock.at = noon;
    }
  });

  it('and the times of emergencies are checked at their fields', async () => {
    await signIn(product, page, 'manager', `/units/${unit.id}/settings/new`);
    await page.getByLabel('Nights until the responsible individual is told').fill('7');
    await page.getByRole('button', { name: 'Change settings' }).click();
    await page.getByRole('alert').waitFor();
    expect(await mistakes(page)).toEqual([
      'The responsible individual is told after more nights than the service manager.',
    ]);
    await page.getByLabel('Nights until the responsible individual is told').fill('10');
    await page.getByLabel('All staff are shown it from').fill('09:30');
    await page.getByRole('button', { name: 'Change settings' }).click();
    await page.getByText('The settings are changed.').waitFor();
    await page.getByText('Shown to all staff from 09:30 when not acknowledged.').first().waitFor();
    await page.getByText('Responsible individual told after 10 nights').first().waitFor();
    await expectAccessible(page);
  });
});

it.each(LOOKS)('looks right at a $name', async (look) => {
  const page = await openPage(browser, product, look);
  const authority = { keptForPlanned: 1, displacement: 'with-authority' };
  await set('manager', {
    from: '2026-01-05',
    ringFence: authority,
    reason: 'Agreed with EDT: one bed stays for planned breaks.',
  });
  await set('deputy', {
    from: '2026-04-03',
    until: '2026-04-20',
    ringFence: { keptForPlanned: 3, displacement: 'never' },
    reason: 'Easter: every family has its dates.',
  });
  await set('deputy', {
    from: '2026-04-03',
    until: '2026-04-20',
    ringFence: { keptForPlanned: 2, displacement: 'never' },
    reason: 'Three was too many: the fourth week is quiet.',
  });
  await signIn(product, page, 'manager', `/units/${unit.id}/ring-fence`);
  await expectAccessible(page);
  await screenshot(page, `ring-fence-${look.name}`);
  await page.getByLabel('Beds kept for planned breaks').fill('9');
  await page.getByRole('button', { name: 'Change the ring-fence' }).click();
  await expectAccessible(page);
  await screenshot(page, `ring-fence-wrong-${look.name}`);
  await page.goto(`/units/${unit.id}`);
  await screenshot(page, `ring-fence-unit-${look.name}`);
  await page.goto(`/units/${unit.id}/settings/new`);
  await screenshot(page, `ring-fence-settings-${look.name}`);
  await page.context().close();
});
