import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from '../support/accessible';
import { openBrowser, openPage, SETTINGS, signIn } from '../support/browser';
import { aUnit, book, type AUnit, type Booked } from '../support/diary';
import { claim } from '../support/emergencies';
import { aNamed, mistakes } from '../support/people-page';
import { startProduct, type Product } from '../support/product';
import { screenshot } from '../support/screenshot';

const NIGHT = '2026-03-10';
const ASKED = [
  { code: 'not-assessed', reason: 'Staff awake all night; rooms at opposite ends.' },
  { code: 'kept-for-planned', reason: 'Nowhere else tonight.' },
  { code: 'protected', reason: 'Nowhere else tonight.' },
];

/** Told at length, as it is on the telephone at 2 in the morning. */
const TOLD = {
  reason:
    'Her stepfather threw her out after an argument about her phone. Police found her at the bus station at half past eleven, cold and upset. She says she will not go back while he is there.',
  alternatives:
    'Grandmother (Leeds) has no room until Friday. An aunt in the next town did not answer three calls. Both foster placements on the list are full.',
  risks: ['self-harm', 'going-missing', 'substances'],
  careAlongside: 'Checks every half hour the first night. No sharp things in the room.',
  medicalConsent: 'Mother, by telephone, to the duty social worker at 1:20am.',
  allergies: 'Penicillin.',
  medication: 'Sertraline 50 mg, mornings; the tablets are with her.',
  transport: 'Police car, two officers.',
  expectedAt: '2026-03-11T02:45:00Z',
};

/** What a sheet leaves between its margins. */
const A4 = { width: 703, height: 1054 };

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

let page: Page;
afterEach(() => page.context().close());

/** Two came: one took a free bed, the other that of a planned stay. */
async function aBusyNight(): Promise<AUnit> {
  product.clock.at = new Date('2026-03-01T12:00:00Z');
  const busy = await aUnit(product, { rooms: 2 });
  const planned = await aNamed(product, 'Rowan Ashby');
  const booked = await book(product, busy, [
    { youngPersonId: planned, arrivesOn: NIGHT, departsOn: '2026-03-13' },
  ]);
  const [lost] = (booked.body as { items: Booked[] }).items;
  product.clock.at = new Date('2026-03-11T01:30:00Z');
  const child = { givenName: 'Imogen', familyName: 'Wetherby-Castellane', dateOfBirth: '2010-11-02' };
  const first = await claim(product, busy, { ...TOLD, child, authorisations: ASKED });
  expect(first.status).toBe(201);
  const { stayId } = first.body as { stayId: string };
  product.clock.at = new Date('2026-03-11T02:50:00Z');
  await product.as('staff').post(`/api/stays/${stayId}/arrival`).send({ at: '2026-03-11T02:48:00Z' });
  const second = await claim(product, busy, {
    ...TOLD,
    ...{
      legalBasis: 's20',
      policeProtectionStartedAt: undefined,
      displace: [lost?.id],
      authorisations: ASKED,
    },
    consent: { by: 'Her mother, Jo', how: 'by telephone', at: '2026-03-11T01:00:00Z' },
  });
  expect(second.status).toBe(201);
  return busy;
}

describe.each(SETTINGS)('the handover at a $name', (setting) => {
  const shoot = (name: string) => screenshot(page, `handover-${name}-${setting.name.replaceAll(' ', '-')}`);
  const path = () => `/handovers/${NIGHT}?unitId=${unit.id}`;

  beforeEach(async () => {
    unit = await aBusyNight();
    product.clock.at = new Date('2026-03-11T07:40:00Z');
    page = await openPage(browser, product, setting);
  });

  it('says who came and what is due, and is acknowledged by a manager', async () => {
    await signIn(product, page, 'staff', '/handovers');
    expect(new URL(page.url()).pathname).toBe(`/handovers/${NIGHT}`);
    await page.goto(path());
    await page.getByRole('heading', { name: 'Imogen Wetherby-Castellane, aged 15' }).waitFor();
    await page.getByText('Self-harm, Going missing, Substances').first().waitFor();
    await page.getByText('Rowan Ashby').waitFor();
    await page.getByText('Not acknowledged yet').waitFor();
    expect(await page.getByRole('button', { name: 'I have read this handover' }).count()).toBe(0);
    await expectAccessible(page);
    await shoot('staff');

    product.clock.at = new Date('2026-03-11T10:05:00Z');
    await page.goto('/tasks');
    await page
      .getByRole('region', { name: 'Left undone' })
      .getByText('nobody has acknowledged')
      .first()
      .waitFor();
    await expectAccessible(page);
    await shoot('alarm');

    await page.context().clearCookies();
    await signIn(product, page, 'manager', path());
    await page.getByText('Not acknowledged in time').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'I have read this handover' }).click();
    await page.getByText('The handover is acknowledged.').waitFor();
    await page.getByText('Acknowledged by Test manager, Wed 11 March 2026 at 10:05am').waitFor();
    expect(await page.getByText(unit.id).count()).toBe(0);
    await expectAccessible(page);
    await shoot('acknowledged');
  });

  it('tells a manager who was slower that it is done', async () => {
    await signIn(product, page, 'manager', path());
    await product.as('deputy').post(`/api/handovers/${NIGHT}/acknowledgement`).send({ unitId: unit.id });
    await page.getByRole('button', { name: 'I have read this handover' }).click();
    expect(await mistakes(page)).toEqual(['Test deputy acknowledged it on Wed 11 March 2026 at 7:40am.']);
    await expectAccessible(page);
  });
});

it('fits one page of A4 with two who came, one who lost a stay and all there is to do, in black on white', async () => {
  unit = await aBusyNight();
  product.clock.at = new Date('2026-03-11T10:05:00Z');
  page = await openPage(browser, product, {
    name: 'desk',
    options: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  });
  await signIn(product, page, 'manager', `/handovers/${NIGHT}?unitId=${unit.id}`);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(A4);
  await screenshot(page, 'handover-printed');
  await page.emulateMedia({ media: null });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const text = pdf.toString('latin1');
  expect(text.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  expect(text).toMatch(/\/MediaBox\s*\[\s*0 0 59[45](?:\.\d+)? 84[12]/);
  await page.emulateMedia({ media: 'print' });
  for (const name of ['banner', 'navigation', 'contentinfo', 'button'] as const)
    expect([name, await page.getByRole(name).filter({ visible: true }).count()]).toEqual([name, 0]);
  expect(await page.getByText('Left undone').filter({ visible: true }).count()).toBe(0);
  const colours = await page.evaluate(
    `[document.body, document.querySelector('dd')].map((each) => [getComputedStyle(each).color, getComputedStyle(each).backgroundColor]).join(' ')`,
  );
  expect(colours).toContain('rgb(0, 0, 0)');
});
