import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser, openPage, SETTINGS, signIn, type Setting } from '../support/browser';
import { aUnit, book, type AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';
import { aNamedFamily, getOn } from '../support/requests';

const NAMES = ['Ari', 'Bo', 'Cy', 'Di'] as const;

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

/** What somebody has to do to get something done: pages they are shown after the one they are on, and clicks. */
interface Desk {
  readonly page: Page;
  readonly click: (target: Locator) => Promise<void>;
  readonly spent: () => { pages: number; clicks: number };
}

async function sitDown(setting: Setting, path: string): Promise<Desk> {
  const page = await openPage(browser, product, setting);
  await signIn(product, page, 'manager', path);
  let [pages, clicks] = [0, 0];
  page.on('response', (answer) => {
    const isPage = answer.request().isNavigationRequest() && [200, 409].includes(answer.status());
    if (isPage) pages += 1;
  });
  return {
    page,
    click: async (target) => {
      clicks += 1;
      await target.click();
    },
    spent: () => ({ pages, clicks }),
  };
}

interface Laid {
  readonly unit: AUnit;
  readonly people: Readonly<Record<(typeof NAMES)[number], string>>;
}

const familyOf = ({ id }: AUnit) => `Family${id.slice(0, 4)}`;

/** Wednesday noon: Ari comes today, Bo at the weekend; Cy is asked for; Room 2 is closed on Friday week. */
async function aDay(): Promise<Laid> {
  const unit = await aUnit(product);
  const people = await aNamedFamily(product, familyOf(unit), NAMES);
  await getOn(product, [], Object.values(people));
  const room = (number: number) => unit.rooms[number - 1]?.id;
  const stays = [
    { youngPersonId: people.Ari, arrivesOn: '2026-03-11', departsOn: '2026-03-12', roomId: room(3) },
    { youngPersonId: people.Bo, arrivesOn: '2026-03-13', departsOn: '2026-03-15', roomId: room(1) },
  ];
  for (const stay of stays) expect((await book(product, unit, [stay])).status).toBe(201);
  const closure = { unitId: unit.id, roomId: room(2), kind: 'repair', reason: 'The window.' };
  await product
    .as('manager')
    .post('/api/closures')
    .send({ ...closure, fromOn: '2026-03-20', toOn: '2026-03-21' })
    .expect(201);
  const window = { nights: 2, earliest: '2026-03-17', latest: '2026-03-22', urgency: 'soon' };
  await product
    .as('worker')
    .post('/api/requests')
    .send({ unitId: unit.id, youngPersonIds: [people.Cy], reason: 'A rest.', ...window })
    .expect(201);
  return { unit, people };
}

describe.each(SETTINGS)('at a $name', (setting) => {
  let laid: Laid;
  let desk: Desk;
  const sitAt = async (path: string) => {
    desk = await sitDown(setting, `${path}?unit=${laid.unit.id}`);
    return desk;
  };

  beforeEach(async () => {
    laid = await aDay();
  });
  afterEach(() => desk.page.context().close());

  it('books a stay in three pages', async () => {
    const { page, click, spent } = await sitAt('/board');
    await click(page.getByRole('link', { name: /^Room 4, the night of Wed 18 March: Book$/ }));
    await page.getByLabel('Find a young person').fill(`Di ${familyOf(laid.unit)}`);
    await click(page.getByRole('button', { name: 'Check' }));
    await click(page.getByRole('button', { name: 'Book', exact: true }));
    await page.getByText('The stay is booked.').waitFor();
    expect(spent().pages).toBeLessThanOrEqual(3);
  });

  it('approves a request in two clicks from home', async () => {
    const { page, click, spent } = await sitAt('/');
    await click(page.getByRole('link', { name: /^Decide/ }).first());
    await click(page.getByRole('button', { name: /^Place/ }).first());
    await page
      .getByText(/placed\./)
      .first()
      .waitFor();
    expect(spent().clicks).toBeLessThanOrEqual(2);
  });

  it('records an arrival in one click from home', async () => {
    const { page, click, spent } = await sitAt('/');
    await click(page.getByRole('button', { name: /^Record arrival/ }).first());
    await page.getByText(/the arrival is recorded/i).waitFor();
    expect(spent().clicks).toBeLessThanOrEqual(2);
  });

  it('moves a stay in three clicks without dragging', async () => {
    const { page, click, spent } = await sitAt('/board');
    await click(page.getByRole('link', { name: /^Room 1, the nights of Fri 13/ }));
    await click(page.locator('#chosen').getByRole('link', { name: 'Move', exact: true }));
    await click(page.getByRole('button', { name: /^Move here ?: Move to Room 4$/ }));
    await page.getByText('The room is changed.').waitFor();
    expect(spent().clicks).toBeLessThanOrEqual(3);
  });

  it('says why Room 2 is empty on Friday without a click', async () => {
    const { page, spent } = await sitAt('/board');
    const cell = page.locator('td', { hasText: 'Room 2, the night of Fri 20 March' });
    expect(await cell.textContent()).toMatch(/Closed.*for repair/);
    expect(spent().clicks).toBe(0);
  });
});
