import type { Browser, Page } from 'playwright-core';
import { Database } from '../../src/platform/database';
import { Jobs } from '../../src/platform/jobs/jobs';
import { Notices } from '../../src/platform/notices/notices';
import { SmtpSender } from '../../src/platform/notices/smtp-sender';
import { expectAccessible } from '../support/accessible';
import { openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import { answer, startMailServer, type MailServer } from '../support/mail-server';
import { SetClock, startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';

let mail: MailServer;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  mail = await startMailServer();
  const sender = new SmtpSender(mail.url, 'breaks@council.example');
  product = await startProduct(new SetClock(new Date('2026-03-11T12:20:00Z')), {
    sender,
    publicUrl: 'https://breaks.council.example',
  });
  await product.dataSource.query(`UPDATE accounts SET email = username || '@council.example'`);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await product.close();
  await mail.close();
});

async function write(subject: string, responseCode = 250): Promise<void> {
  const body = 'It stands on other nights. Look at it and tell the family.';
  const notice = { kind: 'stay.moved', to: { role: 'manager' }, subject, body, link: '/requests' } as const;
  await product.app.get(Database).transaction((tx) => product.app.get(Notices).write(tx, notice));
  mail.onLetter = () => {
    if (responseCode !== 250) throw answer(responseCode, 'Not today');
  };
  await product.app.get(Jobs).runDue();
  mail.onLetter = () => undefined;
}

describe.each(SETTINGS)('the outbox at a $name', (setting) => {
  let page: Page;

  beforeEach(async () => {
    page = await openPage(browser, product, setting);
  });

  afterEach(() => page.context().close());

  it('shows what went, what is tried and what failed, and sends that again', async () => {
    await product.dataSource.query('DELETE FROM notices');
    await write('A stay has moved');
    await write('A day visit has moved', 451);
    await write('A meeting has moved', 554);
    await signIn(product, page, 'manager', '/outbox');
    await page.getByText('Notices go by e-mail.').waitFor();
    await page.getByText('Sent Wed 11 March 2026 at 12:20pm').waitFor();
    await page.getByText('Tried once', { exact: true }).waitFor();
    await page.getByText('Next try Wed 11 March 2026 at 12:20pm').waitFor();
    await page.getByText('Failed, tried once').waitFor();
    await page.getByText('Not today').first().waitFor();
    await page.getByText('What it says: A stay has moved').click();
    const letter = page.getByRole('listitem').filter({ hasText: 'A stay has moved' });
    await letter.getByText('https://breaks.council.example/requests').waitFor();
    await expectAccessible(page);
    await screenshot(page, `outbox-${setting.name.replaceAll(' ', '-')}`);
    await page.getByRole('button', { name: /^Send again.*A meeting has moved/ }).click();
    await page.getByText('It is on its way again.').waitFor();
    await page.getByText('About to be sent').waitFor();
    expect(await page.getByRole('heading', { name: 'Could not be sent' }).count()).toBe(0);
    await product.app.get(Jobs).runDue();
    await page.goto('/outbox');
    expect(await page.getByText('Sent Wed 11 March 2026 at 12:20pm').count()).toBe(2);
    await expectAccessible(page);
  });
});
