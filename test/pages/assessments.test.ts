import type { Browser, Page } from 'playwright-core';
import { WaitingProposals } from '../../src/compatibility/waiting-proposals.service';
import type { WaitingProposal } from '../../src/domain/assessments-worth';
import { expectAccessible } from '../support/accessible';
import { openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import { assessPair } from '../support/diary';
import { aNamed, mistakes } from '../support/people-page';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';

let product: Product;
let browser: Browser;
let waiting: WaitingProposal[] = [];

beforeAll(async () => {
  product = await startProduct();
  product.app.get(WaitingProposals).from(() => Promise.resolve(waiting));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await product.close();
});

/** A weekend that fails only because nobody has judged these two. */
function aProposalLacking(youngPersonId: string, peerId: string): WaitingProposal {
  const nights = ['2026-03-20', '2026-03-21'];
  const about = { nights, youngPersonId, peerId };
  const finding = { ...about, code: 'not-assessed', level: 'refuse', reviewedOn: null } as const;
  return { nights: 2, starts: [{ arrivesOn: '2026-03-20', findings: [finding] }] };
}

describe.each(SETTINGS)('assessments at a $name', (setting) => {
  let page: Page;
  const shoot = (name: string) =>
    screenshot(page, `assessments-${name}-${setting.name.replaceAll(' ', '-')}`);

  beforeEach(async () => {
    page = await openPage(browser, product, setting);
  });

  afterEach(() => page.context().close());

  it('are asked for, worth the nights they free, and judged together', async () => {
    const names = ['Ada', 'Ben', 'Cal'].map((given) => `${given} ${setting.name.split(' ').at(-1) ?? ''}`);
    const [ada, ben, cal] = [
      await aNamed(product, names[0] ?? ''),
      await aNamed(product, names[1] ?? ''),
      await aNamed(product, names[2] ?? ''),
    ];
    await assessPair(product, [ada, cal]);
    const asked = { pairs: [{ youngPersonIds: [ada, ben] }], reason: 'A weekend in April' };
    await product.as('manager').post('/api/assessment-requests').send(asked);
    waiting = [aProposalLacking(ben, cal)];

    await signIn(product, page, 'manager', '/assessments');
    const askedFor = page.getByRole('region', { name: 'Asked for' });
    const worth = page.getByRole('region', { name: 'Worth assessing' });
    await askedFor.getByText('A weekend in April. Asked for by Test manager on Wed 11 March 2026.').waitFor();
    await worth.getByText('Would free 2 nights').waitFor();
    await expectAccessible(page);
    await shoot('list');
    await askedFor.getByRole('checkbox').check();
    await worth.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Assess those ticked' }).click();
    expect(await page.getByRole('group', { name: / and / }).count()).toBe(2);

    await page.goto(`/assessments/new?${[ada, ben, cal].map((id) => `youngPerson=${id}`).join('&')}`);
    await page.getByText('Leave this blank to keep it as it is.').waitFor();
    const pair = (one: number, other: number) =>
      page
        .getByRole('group', { name: names[one] ?? '' })
        .and(page.getByRole('group', { name: names[other] ?? '' }));
    await pair(0, 1).getByLabel('Compatible', { exact: true }).check();
    await pair(0, 1).getByLabel('Strengths').fill('Both like to cook.');
    await pair(1, 2).getByLabel('Not together').check();
    await page.getByRole('button', { name: 'Record the assessments' }).click();
    expect(await mistakes(page)).toEqual([
      expect.stringMatching(/: Say what goes well between them, what could go wrong, or both\.$/),
    ]);
    expect(await pair(0, 1).getByLabel('Strengths').inputValue()).toBe('Both like to cook.');
    await expectAccessible(page);
    await shoot('group');
    await pair(1, 2).getByLabel('Risks').fill('They fought in May.');
    await page.getByRole('button', { name: 'Record the assessments' }).click();
    await page.getByText('The assessments are recorded.').waitFor();
    await page.getByText('Nobody waits for an assessment.').waitFor();
    await signIn(product, page, 'manager', `/young-people/${ada}`);
    await page.getByText('Strengths: Both like to cook.').waitFor();
  });
});

describe('at a desk', () => {
  let page: Page;

  beforeEach(async () => {
    page = await openPage(browser, product, { name: 'desk', options: {} });
  });

  afterEach(() => page.context().close());

  it('lets a group be found by searching', async () => {
    await aNamed(product, 'Dot Dunmore');
    await aNamed(product, 'Ewan Elsdon');
    await signIn(product, page, 'staff', '/assessments');
    await page.getByRole('link', { name: 'Assess a group' }).click();
    for (const name of ['Dot Dunmore', 'Ewan Elsdon']) {
      await page.getByLabel('Find a young person').fill(name);
      await page.getByRole('button', { name: 'Find', exact: true }).click();
      await page.getByLabel(name).check();
    }
    await page.getByRole('button', { name: 'Choose' }).click();
    await page
      .getByRole('group', { name: /Dot Dunmore and Ewan Elsdon|Ewan Elsdon and Dot Dunmore/ })
      .waitFor();
    await expectAccessible(page);
  });

  it('is closed to whoever may not judge', async () => {
    await signIn(product, page, 'worker', '/');
    expect(await page.getByRole('link', { name: 'Assessments' }).count()).toBe(0);
    for (const path of ['/assessments', '/assessments/new'])
      expect((await page.goto(path))?.status()).toBe(403);
  });
});
