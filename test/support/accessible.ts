import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What the width of a window or the reader's own colours may break in a page that is sound otherwise. */
const OF_THE_LOOK = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];
const DRAWN_ANEW = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';
const TOO_WIDE = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';

interface Look {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly forcedColors?: 'active';
}

/** At a desk a page is looked at in more ways than its own: at 400% and 200%, on a tablet, in the reader's own colours. */
const DESK = 1280;
const OF_ITS_OWN = '(prefers-color-scheme: dark) or (forced-colors: active)';
const ALSO_AT_A_DESK: readonly Look[] = [
  { viewport: { width: 320, height: 800 } },
  { viewport: { width: 640, height: 450 } },
  { viewport: { width: 768, height: 1024 } },
  { forcedColors: 'active' },
];

/** Fails with every fault axe finds, without exception, and when one would have to scroll sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForLoadState();
  const matches = (query: string) => evaluate<boolean>(page, `matchMedia('${query}').matches`);
  if (await matches('(scripting: none)')) return onCopyOf(page, (copy) => expectNoFaults(copy, TAGS));
  await expectNoFaults(page, TAGS);
  const own = page.viewportSize();
  if (own?.width !== DESK || (await matches(OF_ITS_OWN))) return;
  for (const { viewport = own, forcedColors = null } of ALSO_AT_A_DESK) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ forcedColors });
    await evaluate(page, DRAWN_ANEW);
    await expectNoFaults(page, OF_THE_LOOK);
  }
  await page.setViewportSize(own);
  await page.emulateMedia({ forcedColors: null });
}

async function expectNoFaults(page: Page, runOnly: readonly string[]): Promise<void> {
  if (await evaluate<boolean>(page, "typeof axe === 'undefined'")) await evaluate(page, `${AXE}; 1`);
  const violations = await evaluate<AxeResults['violations']>(page, runOf(runOnly));
  const faults = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary ?? ''}`,
    ),
  );
  if (await evaluate<boolean>(page, TOO_WIDE)) faults.push('The page is wider than the window.');
  expect(faults).toEqual([]);
}

/** @param runOnly tags or rules of axe. */
function runOf(runOnly: readonly string[]): string {
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'], preload: false });
  return `axe.run(document, ${options}).then(({ violations }) => violations)`;
}

const copies = new WeakMap<BrowserContext, Page>();

/** Axe is a script itself: it looks at the same page in a window that runs scripts, but gets none of ours. */
async function onCopyOf(page: Page, look: (copy: Page) => Promise<void>): Promise<void> {
  const copy = copies.get(page.context()) ?? (await windowBeside(page));
  copies.set(page.context(), copy);
  const body = await page.content();
  await copy.unrouteAll();
  await copy.route('**/*.js', (route) => route.abort());
  await copy.route(page.url(), (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
  await copy.goto(page.url());
  await look(copy);
}

/** Of the same size, closed with it. */
async function windowBeside(page: Page): Promise<Page> {
  const context = await page.context().browser()?.newContext({ viewport: page.viewportSize() });
  if (!context) throw new Error('The browser has gone.');
  page.context().once('close', () => void context.close().catch(() => undefined));
  return context.newPage();
}

/** Through the debugger, so that our content policy does not stand in the way. */
export async function evaluate<T>(page: Page, expression: string): Promise<T> {
  const session = await page.context().newCDPSession(page);
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}
