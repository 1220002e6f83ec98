import type { Browser, Page } from 'playwright-core';
import { placesFor } from '../../src/platform/navigation';
import { evaluate, expectAccessible } from '../support/accessible';
import { EVERYWHERE } from '../support/accounts';
import { openBrowser, openPage, signIn, type Setting } from '../support/browser';
import { startProduct, type Product } from '../support/product';
import { aLivelyUnit } from './a-lively-unit';

/** As wide as a desk screen of 1280 pixels at 400%. */
const ENLARGED = { name: 'enlarged', options: { viewport: { width: 320, height: 800 } } };
/** Tests of the pages themselves look at them by day. */
const NIGHT = { name: 'night', options: { ...ENLARGED.options, colorScheme: 'dark' } } as const;
const DESK = { name: 'desk', options: { viewport: { width: 1280, height: 900 } } };

const MOST_STOPS = 80;

/** Every place of a manager's, and what anybody may read. */
const PATHS = [
  '/',
  ...placesFor({ id: '', name: '', role: 'manager', ...EVERYWHERE }).map(({ href }) => href),
  ...['/stays/new', '/requests/new', '/permissions', '/accessibility', '/cookies'],
];

const WIDER = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';

/** WCAG 1.4.12: what a reader may set, at once. */
const SPACE_OUT = `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }'
    + ' p { margin-bottom: 2em !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
})()`;

/** Text that its own box cuts off. */
const CUT_OFF = `[...document.querySelectorAll('main *')].filter((element) => {
  const { overflowX, overflowY } = getComputedStyle(element);
  const hides = [overflowX, overflowY].some((each) => each === 'hidden' || each === 'clip');
  const isForEyes = element.clientWidth > 1 && element.clientHeight > 1;
  return hides && isForEyes
    && (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1);
}).map((element) => element.className + ': ' + element.textContent.trim().slice(0, 60))`;

/** What has the focus, and what is wrong with it: hidden behind something, or not to be told from what has not. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return { what: '', wrong: [] };
  const { left, top, width, height } = element.getBoundingClientRect();
  const isInSight = [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]].some(([x, y]) => {
    const hit = document.elementFromPoint(left + width * x, top + height * y);
    return hit && (element.contains(hit) || hit.contains(element) || element.labels?.[0]?.contains(hit));
  });
  const label = element.labels?.[0];
  const shown = [[element], ...(label ? [[label, '::before']] : [])].some(([each, part]) => {
    const { outlineStyle, boxShadow, borderWidth } = getComputedStyle(each, part);
    return outlineStyle !== 'none' || boxShadow !== 'none' || parseFloat(borderWidth) >= 4;
  });
  const what = element.tagName + ' ' + (element.textContent.trim().slice(0, 40) || element.id || element.name);
  return { what, wrong: [...(isInSight ? [] : ['out of sight']), ...(shown ? [] : ['not shown'])] };
})()`;

let product: Product;
let browser: Browser;
let unitId: string;

beforeAll(async () => {
  product = await startProduct();
  unitId = (await aLivelyUnit(product)).id;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await product.close();
});

/** Each page in turn; @returns what was found wrong, with where. */
async function onEach(setting: Setting, look: (page: Page) => Promise<string[]>): Promise<string[]> {
  const page = await openPage(browser, product, setting);
  await signIn(product, page, 'manager');
  const wrong: string[] = [];
  for (const path of PATHS) {
    await page.goto(`${path}?unit=${unitId}`);
    wrong.push(...(await look(page)).map((each) => `${path}: ${each}`));
  }
  await page.context().close();
  return wrong;
}

it('needs no scrolling sideways when enlarged to 400%, nor with wider spacing of text', async () => {
  const wrong = await onEach(ENLARGED, async (page) => {
    const enlarged = await evaluate<boolean>(page, WIDER);
    await evaluate(page, SPACE_OUT);
    const spaced = await evaluate<boolean>(page, WIDER);
    const cutOff = await evaluate<string[]>(page, CUT_OFF);
    return [
      ...(enlarged ? ['wider than the window'] : []),
      ...(spaced ? ['wider, spaced out'] : []),
      ...cutOff,
    ];
  });
  expect(wrong).toEqual([]);
}, 300_000);

it('shows what has the focus, never behind anything, whatever one tabs to', async () => {
  const stops: string[] = [];
  const wrong = await onEach(DESK, async (page) => {
    const found: string[] = [];
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await page.keyboard.press('Tab');
      const focused = await evaluate<{ what: string; wrong: string[] }>(page, FOCUSED);
      if (focused.what === '') break;
      stops.push(focused.what);
      found.push(...focused.wrong.map((each) => `${focused.what} is ${each}`));
    }
    return found;
  });
  expect(stops.length).toBeGreaterThan(400);
  expect(wrong).toEqual([]);
}, 300_000);

it.each([DESK, NIGHT])(
  'has no fault: $name',
  async (setting) => {
    const looked: string[] = [];
    await onEach(setting, async (page) => {
      await expectAccessible(page);
      looked.push(page.url());
      return [];
    });
    expect(looked).toHaveLength(PATHS.length);
  },
  600_000,
);
