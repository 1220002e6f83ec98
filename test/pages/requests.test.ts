import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import { assessPair, aUnit, book, type AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';
import { act, aFamily, aNamedFamily, asked } from '../support/requests';
import { screenshot } from '../support/screenshot';

/** Phone and desk, without JavaScript and with it. */
const BOTH = SETTINGS.filter(({ name }) => name !== 'phone');
const DESK = SETTINGS.find(({ name }) => name === 'desk') ?? { name: 'desk', options: {} };

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

/** Stays of one young person, one after the other, none longer than a manager need authorise. */
async function fillSevenWeeks(youngPersonId: string): Promise<void> {
  const days = ['2026-03-12', '2026-03-28', '2026-04-13', '2026-04-29'];
  for (const [index, arrivesOn] of days.slice(0, -1).entries())
    await book(product, unit, [{ youngPersonId, arrivesOn, departsOn: days[index + 1] }]);
}

const heading = () => page.getByRole('heading', { level: 1 }).textContent();

describe.each(BOTH)('a request at a $name', (setting) => {
  const shoot = (name: string) => screenshot(page, `requests-${name}-${setting.name.replaceAll(' ', '-')}`);

  beforeEach(async () => {
    unit = await aUnit(product);
    page = await openPage(browser, product, setting);
  });

  it('keeps every answer with its errors, and over signing in again', async () => {
    await aNamedFamily(product, `Dale ${setting.name}`, ['Cara']);
    await signIn(product, page, 'worker', `/requests/new?unit=${unit.id}`);
    await page.getByLabel(`Cara Dale ${setting.name}`, { exact: true }).check();
    await page.getByLabel('How many nights?').fill('many');
    await page.getByLabel('Why does the family need a break?').fill('A wedding in the family.');
    await page.getByRole('button', { name: 'See which dates work' }).click();
    await page.getByRole('link', { name: 'Enter how many nights.' }).waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.getByLabel('Why does the family need a break?').inputValue()).toBe(
      'A wedding in the family.',
    );
    await expectAccessible(page);
    await page.getByLabel('How many nights?').fill('2');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'See which dates work' }).click();
    await page.getByText('What you typed is kept').waitFor();
    expect(page.url()).not.toContain('wedding');
    await expectAccessible(page);
    await page.getByLabel('User name').fill('worker');
    await page.getByLabel('Password').fill('short-breaks');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('button', { name: 'Carry on' }).click();
    expect(await heading()).toBe('Which dates work');
    await page.getByText('A wedding in the family.').waitFor();
    await expectAccessible(page);
  });

  it('says why dates fail without naming anybody, and asks for the assessments that are missing', async () => {
    const [peer = ''] = await aFamily(product, 1, { worker: 'worker-2' });
    await product.dataSource.query(`UPDATE young_people SET given_name = 'Zebedee' WHERE id = $1`, [peer]);
    await fillSevenWeeks(peer);
    const family = `Eames ${setting.name}`;
    await aNamedFamily(product, family, ['Dora', 'Eli']);
    await signIn(product, page, 'worker', `/requests/new?unit=${unit.id}`);
    await page.getByLabel(`Dora ${family}`, { exact: true }).check();
    await page.getByLabel(`Eli ${family}`, { exact: true }).check();
    await page.getByLabel('Fri').check();
    await page.getByLabel('Why does the family need a break?').fill('Sleep.');
    await page.getByRole('button', { name: 'See which dates work' }).click();
    await page.getByText('No date in this window works for both of them together yet.').waitFor();
    expect(await page.content()).not.toContain('Zebedee');
    await expectAccessible(page);
    await shoot('fails');
    await page
      .getByRole('button', { name: /^Ask the unit for these assessments/ })
      .first()
      .click();
    await page.getByText('The unit has been asked for the assessments').waitFor();
    await page.getByLabel(`Eli ${family} may be left out`).check();
    await page.getByRole('button', { name: 'Send the request' }).click();
    await page.getByText(`Eli ${family} may be left out`).waitFor();
    expect(await page.content()).not.toContain('Zebedee');
    await expectAccessible(page);
    await signIn(product, page, 'manager', `/requests?unit=${unit.id}`);
    await page.getByText('No date works.').waitFor();
    await expectAccessible(page);
    await shoot('queue-none');
    await page.getByRole('link', { name: /^Why not/ }).click();
    await page.getByText('Not assessed together').first().click();
    await page
      .getByText(/Zebedee/)
      .first()
      .waitFor();
    await expectAccessible(page);
    await shoot('manager');
  });

  it('leaves a sibling out once the manager confirms that they are split up', async () => {
    const family = `Lowe ${setting.name}`;
    const { Kit: kit, Lea: lea } = await aNamedFamily(product, family, ['Kit', 'Lea']);
    const request = await asked(product, unit.id, [kit, lea], { mayLeaveOut: [lea] });
    await signIn(product, page, 'manager', `/requests/${request.id}`);
    await page.getByText('Not all of them', { exact: true }).click();
    await page.getByLabel(`Leave Lea ${family} out`).check();
    await page.getByRole('button', { name: 'Place', exact: true }).click();
    await page.getByRole('link', { name: 'Confirm that you have read this: Siblings split up.' }).waitFor();
    await page.getByText(`Split from Lea ${family}.`).waitFor();
    expect(await page.getByLabel(`Leave Lea ${family} out`).isChecked()).toBe(true);
    await expectAccessible(page);
    await page.getByLabel('I have read this: Siblings split up').check();
    await page.getByRole('button', { name: 'Place', exact: true }).click();
    await page.getByText('placed.').waitFor();
  });

  it('is offered with its end, accepted, or given back with a reason', async () => {
    const { Fay: fay } = await aNamedFamily(product, `Firth ${setting.name}`, ['Fay']);
    const request = await asked(product, unit.id, [fay]);
    await signIn(product, page, 'manager', `/requests?unit=${unit.id}`);
    await page.getByRole('button', { name: /^Offer it/ }).click();
    await page.getByText('the beds are held and offered').waitFor();
    await signIn(product, page, 'worker', '/requests');
    await page.getByRole('heading', { name: 'Needs your answer' }).waitFor();
    await expectAccessible(page);
    await shoot('own');
    await page.getByRole('link', { name: `Fay Firth ${setting.name}` }).click();
    await page.getByText(/The beds are held until/).waitFor();
    await expectAccessible(page);
    await shoot('offer');
    await page.getByRole('button', { name: 'Give it back' }).click();
    await page.getByRole('button', { name: 'Give it back' }).click();
    await page.getByRole('link', { name: 'Say why they do not suit.' }).waitFor();
    await page.getByLabel('Why do these dates not suit?').fill('A school trip.');
    await page.getByRole('button', { name: 'Give it back' }).click();
    await page.getByText('The offer is given back.').waitFor();
    await page.getByText('A school trip.').waitFor();
    await act(product, 'manager', request, 'offer');
    await page.reload();
    await page.getByRole('button', { name: /^Accept/ }).click();
    await page.getByText('The offer is accepted').waitFor();
    await expectAccessible(page);
  });
});

describe('the manager', () => {
  const shoot = (name: string) => screenshot(page, `requests-${name}-desk`);

  beforeEach(async () => {
    unit = await aUnit(product);
    page = await openPage(browser, product, DESK);
  });

  it('reads urgent requests first, declines with a reason from the list, and keeps others waiting', async () => {
    const { Gil: gil } = await aNamedFamily(product, 'Grant', ['Gil']);
    const { Hal: hal } = await aNamedFamily(product, 'Hurst', ['Hal']);
    await asked(product, unit.id, [gil]);
    const urgent = await asked(product, unit.id, [hal], { urgency: 'urgent', reason: 'A crisis at home.' });
    await signIn(product, page, 'manager', `/requests?unit=${unit.id}`);
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      'Hal Hurst (12)',
      'Gil Grant (12)',
    ]);
    await shoot('queue');
    await page.getByRole('link', { name: /^Decline.*Hal Hurst/ }).click();
    await page.getByRole('button', { name: 'Decline' }).click();
    await page.getByRole('link', { name: 'Choose why.' }).waitFor();
    await page.getByLabel('Another service would suit better').check();
    await page.getByLabel('In your own words').fill('The crisis team can come tonight.');
    await expectAccessible(page);
    await shoot('decline');
    await page.getByRole('button', { name: 'Decline' }).click();
    await page.getByText('Hal Hurst: declined.').waitFor();
    await page.getByRole('link', { name: /^Not yet.*Gil Grant/ }).click();
    await page.getByRole('button', { name: 'Keep it waiting' }).click();
    await page.getByText('Every request is answered.').waitFor();
    await expectAccessible(page);
    await signIn(product, page, 'worker', `/requests/${urgent.id}`);
    await page.getByText('The crisis team can come tonight.').waitFor();
  });

  it('reads controls before placing, and ticks that they will be kept to', async () => {
    const { Ivy: ivy } = await aNamedFamily(product, 'Irwin', ['Ivy']);
    const [peer = ''] = await aFamily(product, 1, { worker: 'worker-2' });
    await assessPair(product, [ivy, peer], 'with-controls');
    await fillSevenWeeks(peer);
    await asked(product, unit.id, [ivy]);
    await signIn(product, page, 'manager', `/requests?unit=${unit.id}`);
    await page.getByRole('button', { name: /^Read first, then place/ }).click();
    await page.getByText('Staff within sight.').first().waitFor();
    await page.getByRole('button', { name: 'Place', exact: true }).click();
    await page.getByRole('link', { name: /Confirm that you have read this/ }).waitFor();
    await expectAccessible(page);
    await shoot('controls');
    await page.getByLabel('I have read the controls').check();
    await page.getByRole('button', { name: 'Place', exact: true }).click();
    await page.getByText('Ivy Irwin: placed.').waitFor();
  });

  it('agrees breaks that repeat in one go, and leaves open the dates that do not work', async () => {
    const { Joy: joy } = await aNamedFamily(product, 'Judd', ['Joy']);
    const [peer = ''] = await aFamily(product, 1, { worker: 'worker-2' });
    await book(product, unit, [{ youngPersonId: peer, arrivesOn: '2026-03-27', departsOn: '2026-03-29' }]);
    await signIn(product, page, 'worker', `/request-series/new?unit=${unit.id}&youngPerson=${joy}`);
    await page.getByLabel('Why does the family need the breaks?').fill('Every other weekend with Gran.');
    await page.getByLabel('Last arrival until').fill('2026-05-31');
    await expectAccessible(page);
    await shoot('new-series');
    await page.getByRole('button', { name: 'See which dates work' }).click();
    await page.getByText('5 of 6 dates work.').waitFor();
    await expectAccessible(page);
    await shoot('series-dates');
    await page.getByRole('button', { name: 'Send the requests' }).click();
    await page.getByText('Your requests are sent.').waitFor();
    await signIn(product, page, 'manager', `/requests?unit=${unit.id}`);
    await page.getByText('5 of 6 dates work').waitFor();
    await page.getByRole('button', { name: 'Look at the dates' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Place the 5 dates that work' }).click();
    await page.getByText('Every date that works is placed.').waitFor();
    expect(await page.getByText('Placed', { exact: true }).count()).toBe(5);
    await shoot('series');
  });
});
