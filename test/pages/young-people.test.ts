import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { LOOKS, openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import { assessPair, aUnit, book, type AUnit } from '../support/diary';
import { aNamed, familyOf, mistakes } from '../support/people-page';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';

let product: Product;
let browser: Browser;
let unit: AUnit;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
  unit = await aUnit(product);
});

afterAll(async () => {
  await browser.close();
  await product.close();
});

describe.each(SETTINGS)('young people at a $name', (setting) => {
  let page: Page;
  const bornOn = `2011-02-0${SETTINGS.indexOf(setting) + 1}`;
  const surname = `Of${setting.name.replaceAll(' ', '')}`;

  beforeEach(async () => {
    page = await openPage(browser, product, setting);
  });

  afterEach(() => page.context().close());

  it('finds one by a name spelt nearly right', async () => {
    const id = await aNamed(product, `Siobhan ${surname}`);
    await signIn(product, page, 'staff', '/young-people');
    await expectAccessible(page);
    await page.getByLabel('Find a young person').fill(`Siobahn ${surname}`);
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await expectAccessible(page);
    await page.getByRole('link', { name: `Siobhan ${surname}` }).click();
    expect(new URL(page.url()).pathname).toBe(`/young-people/${id}`);
    await expectAccessible(page);
  });

  it('says so when nobody is called that', async () => {
    await signIn(product, page, 'staff', '/young-people?search=xyzzy-plugh');
    await page.getByText('Nobody on file is called “xyzzy-plugh”').waitFor();
    await expectAccessible(page);
  });

  it('puts a young person and a new family on file, once what is missing is said', async () => {
    await signIn(product, page, 'staff', '/young-people/new');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Add to the file' }).click();
    expect(await mistakes(page)).toContain('Enter their date of birth.');
    await expectAccessible(page);
    await page.getByLabel('First name').fill('Amara');
    await page.getByLabel('Family name').fill(surname);
    await page.getByLabel('Date of birth').fill(bornOn);
    await page.getByLabel('Case reference').fill(`SB-${surname}`);
    await page.getByLabel('What does the council call the family?').fill(`FAM-${surname}`);
    await page.getByRole('button', { name: 'Add to the file' }).click();
    await page.getByText('They are on file now.').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(`Amara ${surname}`);
  });

  it('adds a sister to a family on file, found by her brother’s name', async () => {
    await aNamed(product, `Wilf ${surname}`);
    await signIn(product, page, 'staff', '/young-people/new');
    await page.getByLabel('First name').fill('Winnie');
    await page.getByLabel('Find a brother or sister').fill(`Wilf ${surname}`);
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    expect(await page.getByLabel('First name').inputValue()).toBe('Winnie');
    await page.getByText(`Wilf ${surname}, aged 13`).first().waitFor();
    await page.getByLabel(`Family FAM ${surname}`).first().check();
    await page.getByLabel('Family name').fill(surname);
    await page.getByLabel('Date of birth').fill(bornOn);
    await page.getByLabel('Case reference').fill(`SB-W-${surname}`);
    await page.getByRole('button', { name: 'Add to the file' }).click();
    await page.getByText('Not assessed together').first().waitFor();
  });

  it('judges a young person with two others on one page, keeping answers while one is missing', async () => {
    const [one, two, three] = [
      await aNamed(product, `Ada ${surname}`),
      await aNamed(product, `Ben ${surname}`),
      await aNamed(product, `Cal ${surname}`),
    ];
    await signIn(product, page, 'staff', `/young-people/${one}/assessments/new?with=${two}&with=${three}`);
    await expectAccessible(page);
    const ben = page.getByRole('group', { name: `With Ben ${surname}` });
    const cal = page.getByRole('group', { name: `With Cal ${surname}` });
    await ben.getByLabel('Not together').check();
    await ben.getByLabel('Risks').fill('They fought in May.');
    await cal.getByLabel('Compatible with controls').check();
    await cal.getByLabel('Strengths').fill('Both like to cook.');
    await page.getByRole('button', { name: 'Record the assessments' }).click();
    expect(await mistakes(page)).toEqual([`Cal ${surname}: Say the controls that make it safe.`]);
    expect(await ben.getByLabel('Risks').inputValue()).toBe('They fought in May.');
    await expectAccessible(page);
    await cal.getByLabel('Controls', { exact: true }).fill('Apart after nine.');
    await page.getByRole('button', { name: 'Record the assessments' }).click();
    await page.getByText('What you judged is recorded.').waitFor();
    await page.getByText('Apart after nine.').waitFor();
    await page.getByText('Review by Wed 8 April 2026.').first().waitFor();
    await expectAccessible(page);
  });

  it('chooses the other by searching', async () => {
    const one = await aNamed(product, `Dot ${surname}`);
    await aNamed(product, `Ewan ${surname}`);
    await signIn(product, page, 'staff', `/young-people/${one}/assessments/new`);
    await page.getByLabel('Find a young person').fill(`Ewan ${surname}`);
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByLabel(`Ewan ${surname}`).check();
    await page.getByRole('button', { name: 'Choose' }).click();
    await page.getByRole('group', { name: `With Ewan ${surname}` }).waitFor();
  });

  it('gives a young person the unit to themselves, lets a sibling in, and ends it', async () => {
    const one = await aNamed(product, `Fay ${surname}`);
    await aNamed(product, `Gus ${surname}`, await familyOf(product, one));
    await signIn(product, page, 'deputy', `/young-people/${one}`);
    await page.getByRole('button', { name: 'Give them the unit to themselves' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Record the decision' }).click();
    expect(await mistakes(page)).toEqual([
      'Say why they need the unit to themselves.',
      'Enter the last night it holds.',
    ]);
    await page.getByLabel('Why do they need').fill('Needs quiet after the trial.');
    await page.getByLabel('Review by').fill('2026-03-31');
    await page.getByLabel(`Gus ${surname}`).check();
    await page.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByText(`May stay with them: Gus ${surname}.`).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'End this decision' }).click();
    await expectAccessible(page);
    await page.getByLabel('Why does it end?').fill('Settled now.');
    await page.getByRole('button', { name: 'End the decision' }).click();
    await page.getByText('The decision is ended.').waitFor();
    expect(await page.getByRole('link', { name: 'End this decision' }).count()).toBe(0);
  });
});

describe('at a desk', () => {
  const DESK = { name: 'desk', options: { viewport: { width: 1280, height: 900 } } };
  let page: Page;

  beforeEach(async () => {
    page = await openPage(browser, product, DESK);
  });

  afterEach(() => page.context().close());

  it('shows the stays a new judgement speaks against, and leads to each', async () => {
    const [one, two] = [await aNamed(product, 'Hal Stone'), await aNamed(product, 'Ivy Brook')];
    await assessPair(product, [one, two]);
    for (const youngPersonId of [one, two])
      await book(product, unit, [{ youngPersonId, arrivesOn: '2026-04-03', departsOn: '2026-04-06' }]);
    await signIn(product, page, 'staff', `/young-people/${one}/assessments/new?with=${two}`);
    await page.getByLabel('Not together').check();
    await page.getByLabel('Risks').fill('A risk came to light.');
    await page.getByRole('button', { name: 'Record the assessment' }).click();
    const settle = page.getByRole('region', { name: 'To settle' });
    await settle.getByText('the nights of Fri 3 to Sun 5 April').waitFor();
    expect(await settle.getByRole('link').allTextContents()).toEqual(
      expect.arrayContaining([
        'Hal Stone: Fri 3 to Mon 6 April, 3 nights',
        'Ivy Brook: Fri 3 to Mon 6 April, 3 nights',
      ]),
    );
    await expectAccessible(page);
    await screenshot(page, 'young-person-conflict');
  });

  it('asks before it adds somebody who may be on file already', async () => {
    await aNamed(product, 'Jonah Vale');
    await signIn(product, page, 'staff', '/young-people/new');
    const answers = { 'First name': 'Jonah', 'Family name': 'Vale', 'Date of birth': '2012-05-06' };
    for (const [label, value] of Object.entries(answers)) await page.getByLabel(label).fill(value);
    await page.getByLabel('Case reference').fill('SB-77-V');
    await page.getByLabel('What does the council').fill('FAM-77');
    await page.getByRole('button', { name: 'Add to the file' }).click();
    await page.getByRole('link', { name: 'Jonah Vale, aged 13' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('this is somebody else').check();
    await page.getByRole('button', { name: 'Add to the file' }).click();
    await page.getByText('They are on file now.').waitFor();
  });

  it('adds twins without asking', async () => {
    const familyId = await familyOf(product, await aNamed(product, 'Zack Twin'));
    await signIn(product, page, 'staff', `/young-people/new?family=${familyId}`);
    const answers = { 'First name': 'Marnie', 'Family name': 'Twin', 'Date of birth': '2012-05-06' };
    for (const [label, value] of Object.entries(answers)) await page.getByLabel(label).fill(value);
    await page.getByLabel('Case reference').fill('SB-TWIN-2');
    await page.getByRole('button', { name: 'Add to the file' }).click();
    await page.getByText('They are on file now.').waitFor();
    expect(await page.getByRole('link', { name: 'Zack Twin', exact: true }).count()).toBe(1);
  });

  it('puts one young person on file when the form is sent twice', async () => {
    await signIn(product, page, 'staff', '/young-people/new');
    const key = await page.locator('input[name=key]').inputValue();
    const form = {
      ...{ key, givenName: 'Kofi', familyName: 'Twice', dateOfBirth: '2012-01-01', caseReference: 'SB-2' },
      ...{ family: 'new', familyReference: 'FAM-2', step: 'add' },
    };
    const send = () =>
      page.request.post('/young-people/new', { form, headers: product.headersOf('staff'), maxRedirects: 0 });
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map((answer) => answer.status()))).toEqual(new Set([303]));
    expect(new Set(answers.map((answer) => answer.headers()['location'])).size).toBe(1);
    const counted = await product.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int FROM young_people WHERE family_name = 'Twice'`,
    );
    expect(counted).toEqual([{ count: 1 }]);
  });

  it('marks a judgement past review, and keeps what was judged before', async () => {
    const [one, two] = [await aNamed(product, 'Lena Marsh'), await aNamed(product, 'Milo Reed')];
    await assessPair(product, [one, two], 'not-together');
    await assessPair(product, [one, two], 'with-controls');
    await product.dataSource.query(
      `UPDATE compatibility_assessments SET review_on = '2026-03-10' WHERE superseded_at IS NULL AND $1 IN (first_young_person_id, second_young_person_id)`,
      [one],
    );
    await signIn(product, page, 'staff', `/young-people/${one}`);
    await page.getByText('Past review', { exact: true }).waitFor();
    await page.getByText('What was judged before').click();
    await page.getByText('Not together', { exact: true }).waitFor();
    await expectAccessible(page);
  });

  it('lets only managers and deputies decide on solo', async () => {
    const one = await aNamed(product, 'Nell Frost');
    await signIn(product, page, 'staff', `/young-people/${one}`);
    expect(await page.getByRole('button', { name: 'Give them the unit' }).count()).toBe(0);
    const answer = await page.goto(`/young-people/${one}/solo/new`);
    expect(answer?.status()).toBe(403);
    await expectAccessible(page);
  });

  it.each(['worker', 'edt', 'finance', 'auditor'] as const)('tells a %s nothing', async (user) => {
    const one = await aNamed(product, 'Otto Quill');
    await signIn(product, page, user, '/cookies');
    for (const path of ['', `/${one}`, `/${one}/assessments/new`, `/${one}/solo/new`])
      expect((await page.goto(`/young-people${path}`))?.status()).toBe(403);
    const adding = await page.goto('/young-people/new');
    expect(adding?.status()).toBe(user === 'worker' ? 200 : 403);
  });

  it('answers 404 for a young person who is not there', async () => {
    await signIn(product, page, 'staff', '/cookies');
    expect((await page.goto('/young-people/nobody'))?.status()).toBe(404);
    expect(
      (await page.goto('/young-people/00000000-0000-4000-8000-000000000000/assessments/new'))?.status(),
    ).toBe(404);
  });

  it('can be searched and opened by keyboard alone', async () => {
    await aNamed(product, 'Pia Thorn');
    await signIn(product, page, 'staff', '/young-people');
    await page.getByLabel('Find a young person').focus();
    await page.keyboard.type('Pia Thorn');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Pia Thorn' }).waitFor();
    await page.getByRole('link', { name: 'Pia Thorn' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Pia Thorn' }).waitFor();
  });
});

it.each(LOOKS)('looks right at a $name', async (look) => {
  const page = await openPage(browser, product, look);
  const [one] = [await aNamed(product, `Rosa ${look.name}`)];
  const others = [await aNamed(product, `Sami ${look.name}`), await aNamed(product, `Tess ${look.name}`)];
  await aNamed(product, `Ugo ${look.name}`, await familyOf(product, one));
  await assessPair(product, [one, others[0] ?? ''], 'with-controls');
  await assessPair(product, [one, others[1] ?? ''], 'not-together');
  const month = `2026-0${LOOKS.indexOf(look) + 5}`;
  await book(product, unit, [{ youngPersonId: one, arrivesOn: `${month}-01`, departsOn: `${month}-03` }]);
  await signIn(product, page, 'manager', '/young-people');
  await screenshot(page, `young-people-${look.name}`);
  for (const [name, path] of Object.entries({
    'young-person': `/young-people/${one}`,
    'new-young-person': '/young-people/new?search=Rosa',
    'assess-choose': `/young-people/${one}/assessments/new`,
    assess: `/young-people/${one}/assessments/new?with=${others.join('&with=')}`,
    solo: `/young-people/${one}/solo/new`,
  })) {
    await page.goto(path);
    await expectAccessible(page);
    await screenshot(page, `${name}-${look.name}`);
  }
  await page.context().close();
});
