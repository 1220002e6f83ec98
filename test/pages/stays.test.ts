import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import {
  aCompatibleGroup,
  assessPair,
  aUnit,
  book,
  siblings,
  type AUnit,
  type Booked,
} from '../support/diary';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';

const friday = { arrivesOn: '2026-03-13', departsOn: '2026-03-16' };
const tonight = { arrivesOn: '2026-03-11', departsOn: '2026-03-13' };

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

async function nameOf(id: string | undefined): Promise<string> {
  const answer = await product.as('manager').get(`/api/young-people/${id ?? ''}`);
  const { givenName, familyName } = answer.body as { givenName: string; familyName: string };
  return `${givenName} ${familyName}`;
}

async function booked(youngPersonId: string | undefined, dates: object, also: object = {}): Promise<Booked> {
  const answer = await book(product, unit, [{ youngPersonId, ...dates }], also);
  const [stay] = (answer.body as { items: Booked[] }).items;
  if (!stay) throw new Error(JSON.stringify(answer.body));
  return stay;
}

async function staysOf(youngPersonId: string | undefined): Promise<unknown[]> {
  const answer = await product.as('manager').get(`/api/stays?youngPersonId=${youngPersonId ?? ''}`);
  return (answer.body as { items: unknown[] }).items;
}

function freeNight(room = 0): string {
  return `/stays/new?unit=${unit.id}&room=${unit.rooms[room]?.id ?? ''}&from=${friday.arrivesOn}&to=${friday.departsOn}`;
}

describe.each(SETTINGS)('stays at a $name', (setting) => {
  let page: Page;
  const shoot = (name: string) => screenshot(page, `stays-${name}-${setting.name.replaceAll(' ', '-')}`);

  beforeEach(async () => {
    page = await openPage(browser, product, setting);
  });

  afterEach(() => page.context().close());

  it('are booked in three pages from a free night: answers, check, done', async () => {
    const [child] = await aCompatibleGroup(product, 1);
    const name = await nameOf(child);
    await signIn(product, page, 'staff', freeNight());
    await page.getByLabel('Find a young person').fill(name.replace('Given', 'Givne'));
    await page.getByRole('button', { name: 'Find' }).click();
    await expectAccessible(page);
    await page.getByLabel(name).check();
    await shoot('new');
    await page.getByRole('button', { name: 'Check' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Check and book');
    await expectAccessible(page);
    await shoot('check');
    await page.getByRole('button', { name: 'Book' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(name);
    await page.getByText('The stay is booked.').waitFor();
    await page.getByText('Fri 13 to Mon 16 March, 3 nights').waitFor();
    await expectAccessible(page);
    await shoot('stay');
  });

  it('say every reason why not, name who is in the way to unit staff, and offer dates that work', async () => {
    const [here] = await aCompatibleGroup(product, 1);
    const [child] = await aCompatibleGroup(product, 1);
    await booked(here, friday);
    await signIn(product, page, 'staff', `${freeNight()}&youngPerson=${child ?? ''}`);
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByRole('heading', { name: 'This cannot be booked yet' }).waitFor();
    await page.getByText('nobody has assessed whether these two can be together').waitFor();
    await page.getByText(`With ${await nameOf(here)}.`).waitFor();
    expect(await page.getByRole('button', { name: 'Book' }).count()).toBe(0);
    await expectAccessible(page);
    await shoot('refused');
    await page.getByRole('button', { name: 'Mon 16 to Thu 19 March, 3 nights' }).click();
    await page.getByRole('heading', { name: 'Check and book' }).waitFor();
  });

  it('ask for controls to be read, and keep that they were', async () => {
    const [here, child] = [...(await siblings(product, 1)), ...(await siblings(product, 1))];
    await assessPair(product, [here ?? '', child ?? ''], 'with-controls');
    await booked(here, friday);
    await signIn(product, page, 'staff', `${freeNight(1)}&youngPerson=${child ?? ''}`);
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByText('Staff within sight.').waitFor();
    await page.getByRole('button', { name: 'Book' }).click();
    expect(await page.title()).toMatch(/^Error: /);
    await expectAccessible(page);
    await shoot('confirm-controls');
    await page.getByRole('link', { name: /Confirm that you have read this/ }).click();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Book' }).click();
    await page.getByText('Read and confirmed').waitFor();
  });

  it('let a manager authorise an emergency with a reason, and nobody else', async () => {
    const [here, child] = [...(await siblings(product, 1)), ...(await siblings(product, 1))];
    await booked(here, friday);
    await signIn(product, page, 'deputy', `${freeNight(1)}&youngPerson=${child ?? ''}`);
    await page.getByLabel('Emergency').check();
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByRole('button', { name: 'Book' }).click();
    await expectAccessible(page);
    await shoot('authorise');
    await page
      .getByLabel(/Why do you authorise this/)
      .fill('Met twice at the after-school club, calm both times.');
    await page.getByRole('button', { name: 'Book' }).click();
    await page.getByRole('heading', { name: 'Authorised' }).waitFor();
    await page.getByText('Met twice at the after-school club').first().waitFor();
    await expectAccessible(page);
    await shoot('authorised');
    await signIn(
      product,
      page,
      'staff',
      `${freeNight(2)}&youngPerson=${(await siblings(product, 1))[0] ?? ''}`,
    );
    await page.getByLabel('Emergency').check();
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByText('Only a manager or a deputy can authorise this.').waitFor();
    expect(await page.getByRole('button', { name: 'Book' }).count()).toBe(0);
    await expectAccessible(page);
  });

  it('keep every answer when one is missing', async () => {
    const [child] = await aCompatibleGroup(product, 1);
    await signIn(product, page, 'staff', `/stays/new?unit=${unit.id}&youngPerson=${child ?? ''}`);
    await page.getByLabel('They need the unit to themselves').check();
    await page.getByLabel('Room', { exact: true }).selectOption('Room 3');
    await page.getByLabel('Arrives on').fill(friday.arrivesOn);
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByRole('link', { name: 'Enter the day they leave.' }).click();
    await expectAccessible(page);
    await shoot('missing');
    expect(await page.getByLabel(await nameOf(child)).isChecked()).toBe(true);
    expect(await page.getByLabel('They need the unit to themselves').isChecked()).toBe(true);
    expect(await page.getByLabel('Arrives on').inputValue()).toBe(friday.arrivesOn);
    expect(await page.getByLabel('Room', { exact: true }).inputValue()).toBe(unit.rooms[2]?.id);
  });

  it('book brothers and sisters together, and lead from one to the other', async () => {
    const [one, two] = await siblings(product, 2);
    await assessPair(product, [one ?? '', two ?? '']);
    await signIn(product, page, 'staff', `${freeNight()}&youngPerson=${one ?? ''}`);
    await page.getByLabel(await nameOf(two)).check();
    await page.getByRole('button', { name: 'Check' }).click();
    await shoot('siblings');
    await page.getByRole('button', { name: 'Hold the bed' }).click();
    await page.getByText('The bed is held.').waitFor();
    await shoot('held');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('The stay is confirmed.').waitFor();
    await page.getByRole('link', { name: await nameOf(two) }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(await nameOf(two));
  });

  it('begin and end: arrival in one click on its page, departure with where to and how it went', async () => {
    const [child] = await aCompatibleGroup(product, 1);
    const stay = await booked(child, tonight);
    product.clock.at = new Date('2026-03-11T16:40:00Z');
    await signIn(product, page, 'staff', `/stays/${stay.id}`);
    expect(await page.getByLabel('Time').inputValue()).toBe('16:40');
    await expectAccessible(page);
    await shoot('arrival');
    await page.getByRole('button', { name: 'Record arrival' }).click();
    await page.getByText('The arrival is recorded.').waitFor();
    await page.getByText('Wed 11 March 2026 at 4:40pm').first().waitFor();
    await page.getByRole('link', { name: 'Record the departure' }).click();
    await page.getByRole('button', { name: 'Record departure' }).click();
    await page.getByRole('link', { name: 'Say where they went.' }).waitFor();
    await expectAccessible(page);
    await shoot('departure');
    await page.getByLabel('Where did they go?').fill('Home to their aunt');
    await page.getByLabel('How did the stay go?').fill('Cooked twice, slept well.');
    await page.getByRole('button', { name: 'Record departure' }).click();
    await page.getByText('The departure is recorded.').waitFor();
    await page.getByText('Home to their aunt').waitFor();
    await expectAccessible(page);
    await shoot('completed');
    product.clock.at = new Date('2026-03-11T12:00:00Z');
  });

  it('move and swap rooms, change dates, and say why a room is not free', async () => {
    const [child, other] = await aCompatibleGroup(product, 2);
    const stay = await booked(child, { ...friday, roomId: unit.rooms[0]?.id });
    await booked(other, { ...friday, roomId: unit.rooms[1]?.id });
    await signIn(product, page, 'staff', `/stays/${stay.id}/room`);
    await page.getByText('Room 2: taken on the nights of').waitFor();
    await expectAccessible(page);
    await shoot('room');
    await page.getByLabel('Room 4').check();
    await page.getByRole('button', { name: 'Move' }).click();
    await page.getByText('The room is changed.').waitFor();
    await page.getByRole('link', { name: 'Swap rooms with another stay' }).click();
    await expectAccessible(page);
    await shoot('swap');
    await page.getByLabel(await nameOf(other)).check();
    await page.getByRole('button', { name: 'Swap rooms' }).click();
    await page.getByText('The two stays have swapped rooms.').waitFor();
    await page.getByRole('link', { name: 'Change the dates' }).click();
    await page.getByLabel('Leaves on').fill('2026-03-15');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Change dates' }).click();
    await page
      .getByText('was Fri 13 to Mon 16 March, 3 nights, now Fri 13 to Sun 15 March, 2 nights')
      .waitFor();
    await shoot('history');
  });

  it('are cancelled with who and why, and say when somebody else changed them first', async () => {
    const [child] = await aCompatibleGroup(product, 1);
    const stay = await booked(child, friday);
    await signIn(product, page, 'staff', `/stays/${stay.id}/cancellation`);
    await product
      .as('manager')
      .post(`/api/stays/${stay.id}/dates`)
      .send({ ...friday, departsOn: '2026-03-15' });
    await page.getByLabel('The family').check();
    await page.getByLabel('Why?').fill('Grandmother can help.');
    const [answer] = await Promise.all([
      page.waitForResponse((each) => each.request().method() === 'POST'),
      page.getByRole('button', { name: 'Cancel the stay' }).click(),
    ]);
    expect(answer.status()).toBe(412);
    await page.getByRole('link', { name: /Somebody changed this since/ }).waitFor();
    await expectAccessible(page);
    await shoot('stale');
    expect(await page.getByLabel('Why?').inputValue()).toBe('Grandmother can help.');
    await page.getByRole('button', { name: 'Cancel the stay' }).click();
    await page.getByText('The stay is cancelled.').waitFor();
    await page.getByText('Grandmother can help.').first().waitFor();
    await expectAccessible(page);
  });

  it('show no name to those who need not know it', async () => {
    const [child] = await aCompatibleGroup(product, 1);
    const stay = await booked(child, friday);
    await signIn(product, page, 'auditor', `/stays/${stay.id}`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('A stay');
    expect(await page.content()).not.toContain(await nameOf(child));
    await expectAccessible(page);
    await shoot('no-name');
  });
});

it('make one stay of a form sent twice at once', async () => {
  const [child] = await aCompatibleGroup(product, 1);
  const page = await openPage(browser, product, { name: 'desk', options: {} });
  await signIn(product, page, 'staff', `${freeNight()}&youngPerson=${child ?? ''}`);
  await page.getByRole('button', { name: 'Check' }).click();
  const fields = await page.locator('form[action="/stays/new"] input').all();
  const form = await Promise.all(
    fields.map(async (field) => [await field.getAttribute('name'), await field.inputValue()]),
  );
  const answers = form.map(([name, value]): [string, string] => [name ?? '', value ?? '']);
  const body = new URLSearchParams([...answers, ['step', 'book']]).toString();
  const headers = { ...product.headersOf('staff'), 'Content-Type': 'application/x-www-form-urlencoded' };
  const sent = [1, 2, 3].map(() => page.request.post('/stays/new', { data: body, headers, maxRedirects: 0 }));
  const replies = await Promise.all(sent);
  expect(replies.map((reply) => reply.status())).toEqual([303, 303, 303]);
  expect(new Set(replies.map((reply) => reply.headers()['location'])).size).toBe(1);
  expect(await staysOf(child)).toHaveLength(1);
  await page.context().close();
});

it('can be booked with the keyboard alone', async () => {
  const [child] = await aCompatibleGroup(product, 1);
  const page = await openPage(browser, product, { name: 'desk', options: {} });
  await signIn(product, page, 'staff', freeNight());
  await tabTo(page, 'search');
  await page.keyboard.type(await nameOf(child));
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await tabTo(page, 'youngPersonIds');
  await page.keyboard.press('Space');
  await tabTo(page, 'check');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Check and book' }).waitFor();
  await tabTo(page, 'book');
  await page.keyboard.press('Enter');
  await page.getByText('The stay is booked.').waitFor();
  expect(await staysOf(child)).toHaveLength(1);
  await page.context().close();
});

/** By Tab only, to the field of this name or the button of this value. */
async function tabTo(page: Page, target: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate<string[]>('[document.activeElement.name, document.activeElement.value]');
    if (at.includes(target)) return;
  }
  throw new Error(`Tab never reached ${target}`);
}
