import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { SYSTEM } from '../../src/platform/actor';
import { Database } from '../../src/platform/database';
import { Tasks, type NewTask } from '../../src/tasks/tasks.service';
import { expectAccessible } from '../support/accessible';
import { openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import { aUnit, type AUnit } from '../support/diary';
import { aStayOf } from '../support/in-progress';
import { aNamed, mistakes } from '../support/people-page';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';

let product: Product;
let browser: Browser;
let unit: AUnit;
let child: { youngPersonId: string; stayId: string };
beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
  unit = await aUnit(product);
  const youngPersonId = await aNamed(product, 'Rowan Ashby');
  const dates = { from: '2026-03-09', to: '2026-03-12', status: 'in-residence' };
  child = { youngPersonId, stayId: await aStayOf(product, youngPersonId, unit, dates) };
});
afterAll(async () => {
  await browser.close();
  await product.close();
});

let page: Page;
afterEach(() => page.context().close());

async function raise(task: Pick<NewTask, 'kind' | 'words' | 'ownerRole'>, dueAt: string): Promise<void> {
  const about = { unitId: unit.id, ...child, link: `/young-people/${child.youngPersonId}` };
  const asked = { key: randomUUID(), ...about, ...task, dueAt: new Date(dueAt) };
  await product.app.get(Database).transaction((tx) => product.app.get(Tasks).raise(tx, SYSTEM, asked));
}

describe.each(SETTINGS)('tasks at a $name', (setting) => {
  const shoot = (name: string) => screenshot(page, `tasks-${name}-${setting.name.replaceAll(' ', '-')}`);
  const line = (words: string) => page.getByRole('listitem').filter({ hasText: words });

  beforeEach(async () => {
    page = await openPage(browser, product, setting);
  });

  it('lead from what is longest overdue to what was done about it', async () => {
    const words = `Find out the allergies, ${setting.name}.`;
    await raise({ kind: 'missing-facts', words, ownerRole: 'staff' }, '2026-03-09T08:00:00Z');
    await raise(
      { kind: 'overstay', words: 'This emergency stay is past its end.', ownerRole: 'manager' },
      '2026-03-11T09:00:00Z',
    );
    await raise(
      { kind: 'full-assessment', words: 'Assess the pair in full.', ownerRole: 'staff' },
      '2026-03-12T17:00:00Z',
    );
    await signIn(product, page, 'staff', '/board');
    if (setting.name === 'desk') await page.getByRole('link', { name: 'Tasks' }).click();
    else await page.goto('/tasks');
    await page.getByRole('heading', { name: 'Overdue' }).waitFor();
    await line(words).getByText('Overdue by 2 days').waitFor();
    await page.getByText('Overdue by 3 hours').first().waitFor();
    await page.getByText('Due tomorrow at 5pm').first().waitFor();
    const whose = await line(words)
      .getByRole('link', { name: 'Rowan Ashby', exact: true })
      .getAttribute('href');
    expect(whose).toBe(`/young-people/${child.youngPersonId}`);
    await expectAccessible(page);
    await shoot('list');
    await line(words).getByRole('link').first().click();
    await page.getByRole('button', { name: 'Mark it as done' }).click();
    expect(await mistakes(page)).toEqual(['Write what was done.']);
    await expectAccessible(page);
    await shoot('one');
    await page.getByRole('button', { name: 'I will do it' }).click();
    await page.getByText('It is yours now.').waitFor();
    await line(words).getByText('Test staff has taken it').waitFor();
    await line(words).getByRole('link').first().click();
    await page.getByRole('button', { name: 'Hand it over' }).click();
    expect(await mistakes(page)).toEqual(['Choose who takes it over.']);
    await page.getByLabel('What was done?').fill('None known, says her grandmother.');
    await page.getByRole('button', { name: 'Mark it as done' }).click();
    await page.getByText('your colleagues can read what you wrote').waitFor();
    expect(await line(words).count()).toBe(0);
    await page.getByRole('link', { name: 'Done', exact: true }).click();
    await line(words).getByText('None known, says her grandmother.').waitFor();
    await expectAccessible(page);
    await shoot('done');
  });

  it('of a manager’s show staff whose they are, and take no answer from them', async () => {
    const words = `Settle where they go next, ${setting.name}.`;
    await raise({ kind: 'overstay', words, ownerRole: 'manager' }, '2026-03-10T17:00:00Z');
    await signIn(product, page, 'staff', '/tasks');
    await line(words).getByText('For: registered manager').waitFor();
    await line(words).getByRole('link').first().click();
    await page.getByText('It is done by: deputy manager, registered manager, service manager.').waitFor();
    expect(await page.getByRole('button', { name: /done|hand|will do/i }).count()).toBe(0);
    await expectAccessible(page);
    await page.goto('/tasks?show=mine');
    expect(await line(words).count()).toBe(0);
    await page.context().clearCookies();
    await signIn(product, page, 'deputy', '/tasks?show=mine');
    await line(words).getByRole('link').first().click();
    await page.getByLabel('Hand it to').selectOption({ label: 'Test manager' });
    await page.getByRole('button', { name: 'Hand it over' }).click();
    await page.getByText('It is handed over.').waitFor();
    await page.context().clearCookies();
    await signIn(product, page, 'service-manager', '/tasks');
    await line(words).getByText('Test manager has taken it').waitFor();
    expect(await page.getByText('Rowan').count()).toBe(0);
    await line(words).getByRole('link').first().click();
    await page.getByRole('link', { name: 'See the stay' }).waitFor();
    expect(await page.getByText('Rowan').count()).toBe(0);
    await expectAccessible(page);
    await shoot('overseen');
  });
});

it('say that there is nothing, when there is nothing', async () => {
  page = await openPage(browser, product, {
    name: 'phone',
    options: { viewport: { width: 375, height: 812 } },
  });
  const all = 'SELECT raise_key FROM tasks WHERE done_at IS NULL';
  const open = await product.dataSource.query<{ raise_key: string }[]>(all);
  const keys = open.map(({ raise_key }) => raise_key);
  await product.app
    .get(Database)
    .transaction((tx) =>
      product.app.get(Tasks).settle(tx, SYSTEM, { keys }, { why: 'done', words: 'All done.' }),
    );
  await signIn(product, page, 'manager', '/tasks');
  await page.getByText('Nothing is to be done').waitFor();
  await expectAccessible(page);
  await screenshot(page, 'tasks-nothing-phone');
});
