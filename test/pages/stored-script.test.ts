import type { Browser, Page } from 'playwright-core';
import { PLANTED, plantEverywhere } from '../support/attacks/planted-everywhere';
import type { User } from '../support/accounts';
import { openBrowser, openPage, signIn } from '../support/browser';
import { aFullYear } from '../support/need-to-know/a-full-year';
import { Crawler } from '../support/need-to-know/crawler';
import type { Laid } from '../support/need-to-know/laid';
import { addressesOf, routesOf } from '../support/need-to-know/routes';
import { startProduct, type Product } from '../support/product';

let product: Product;
let browser: Browser;
let laid: Laid;
let planted: string[];

beforeAll(async () => {
  product = await startProduct();
  laid = await aFullYear(product);
  planted = await plantEverywhere(product);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await product.close();
});

/** In the browser, before anything of the page: notes whatever a policy stopped. */
const WATCH = `
  window.__stopped = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    window.__stopped.push(violatedDirective + ' ' + blockedURI + ' ' + sample));`;

const LOOK = `({
  hit: window.__hit,
  stopped: window.__stopped,
  breaks: [...document.querySelectorAll('[onerror], [onload], img[src="x"], [href^="javascript:" i], [src^="javascript:" i]')]
    .map((element) => element.outerHTML.slice(0, 200)),
  sums: document.documentElement.textContent.includes('window.__hit=1>49'),
  scripts: [...document.scripts].filter(({ text }) => text.includes('__hit')).length,
  shows: (document.body?.innerText ?? document.documentElement.textContent).includes('window.__hit=1</script>') || [...document.querySelectorAll('input, textarea')]
    .some(({ value }) => value.includes('window.__hit=1</script>')),
})`;

interface Seen {
  readonly hit: unknown;
  readonly stopped: readonly string[];
  readonly breaks: readonly string[];
  readonly sums: boolean;
  readonly scripts: number;
  readonly shows: boolean;
}

/** A page in which nothing may happen of itself; whatever does is noted. */
async function watchedPage(): Promise<{ page: Page; happened: string[] }> {
  const page = await openPage(browser, product, { name: 'desk', options: {} });
  const happened: string[] = [];
  page.on('dialog', (dialog) => {
    happened.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', ({ message }) => happened.push(`error ${message}`));
  await page.addInitScript(WATCH);
  return { page, happened };
}

async function look(page: Page, at: string): Promise<boolean> {
  const { shows, ...seen } = await page.evaluate<Seen>(LOOK);
  expect([at, seen]).toEqual([at, { stopped: [], breaks: [], sums: false, scripts: 0 }]);
  return shows;
}

/** One address of each page that is open to them, of what is their own. */
async function pagesFor(user: User): Promise<string[]> {
  const addresses = addressesOf(routesOf(product), 'get', laid, user).filter(
    ({ whose, path }) =>
      whose === 'own' && !/^\/(api|health|metrics|assets)|\/changes$|\.(csv|xlsx|ics)$|\/bundle/.test(path),
  );
  const one = new Map(addresses.map((address) => [address.template, address])).values();
  const answers = await new Crawler(product, user).askAll([...one]);
  return answers.filter(({ status }) => status !== 403).map(({ path }) => path);
}

it('plants it wherever somebody can write', () => {
  const written = [
    'young_people.given_name',
    'families.reference',
    'rooms.name',
    'units.name',
    'tasks.done_words',
  ];
  const more = ['noticed_things.words', 'requests.reason', 'audit_entries.reason', 'accounts.name'];
  expect(planted).toEqual(expect.arrayContaining([...written, ...more]));
  expect(planted.length).toBeGreaterThan(40);
});

it.each([
  ['manager', 30],
  ['worker', 8],
  ['edt', 1],
  ['service-manager', 1],
  ['auditor', 1],
  ['administrator', 1],
] as const)(
  'shows it as the words it is on every page of: %s',
  async (user, least) => {
    const { page, happened } = await watchedPage();
    await signIn(product, page, user);
    let shown = 0;
    for (const path of await pagesFor(user)) {
      const answer = await page.goto(path);
      expect([path, (answer?.status() ?? 0) < 500]).toEqual([path, true]);
      if ((await look(page, path)) && answer?.status() === 200) shown += 1;
    }
    expect(happened).toEqual([]);
    expect(shown).toBeGreaterThanOrEqual(least);
    await page.context().close();
  },
  180_000,
);

const NAMES = [
  'unit',
  'from',
  'to',
  'on',
  'search',
  'cursor',
  'next',
  'done',
  'status',
  'family',
  'youngPerson',
  'actor',
];

it('shows it as the words it is when it comes in the address', async () => {
  const { page, happened } = await watchedPage();
  await signIn(product, page, 'manager');
  const query = new URLSearchParams(NAMES.map((name) => [name, PLANTED] as [string, string])).toString();
  for (const path of (await pagesFor('manager')).filter((each) => !/[0-9a-f]{8}-/.test(each))) {
    const answer = await page.goto(`${path}?${query}`);
    expect([path, (answer?.status() ?? 0) < 500]).toEqual([path, true]);
    await look(page, path);
  }
  expect(happened).toEqual([]);
  await page.context().close();
}, 120_000);

const FILL = `(index) => {
  const form = document.querySelectorAll('form[method="post"]:not([action^="/sign-"])')[index];
  for (const field of form.querySelectorAll('input[type="text"], input:not([type]), textarea')) field.value = ${JSON.stringify(PLANTED)};
  form.submit();
}`;

it('shows it as the words it is when a form comes back with what was typed', async () => {
  const { page, happened } = await watchedPage();
  await signIn(product, page, 'manager');
  let shown = 0;
  for (const path of (await pagesFor('manager')).filter((each) =>
    /new|settings|ring-fence|ending|cancellation/.test(each),
  )) {
    await page.goto(path);
    const forms = await page.locator('form[method="post"]:not([action^="/sign-"])').count();
    for (let index = 0; index < Math.min(forms, 2); index += 1) {
      await page.goto(path);
      await Promise.all([page.waitForEvent('load'), page.evaluate(`(${FILL})(${index})`)]);
      if (await look(page, `${path} sent`)) shown += 1;
    }
  }
  expect(happened).toEqual([]);
  expect(shown).toBeGreaterThan(8);
  await page.context().close();
}, 120_000);
