import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const RUN = `${AXE}; axe.run(document, ${JSON.stringify({ runOnly: TAGS })})`;
const TOO_WIDE = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';

interface Look {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly forcedColors?: 'active';
}

/** At a desk a page is looked at in more ways than its own: at 400% and 200%, on a tablet, in the reader's own colours. */
const DESK = 1280;
const ALSO_AT_A_DESK: readonly Look[] = [
  { viewport: { width: 320, height: 800 } },
  { viewport: { width: 640, height: 450 } },
  { viewport: { width: 768, height: 1024 } },
  { forcedColors: 'active' },
];

/** Fails with every fault axe finds, without exception, and when one would have to scroll sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForLoadState();
  const isScriptless = await evaluate<boolean>(page, "matchMedia('(scripting: none)').matches");
  if (isScriptless) return onCopyOf(page, expectNoFaults);
  await expectNoFaults(page);
  const own = page.viewportSize();
  if (own?.width !== DESK) return;
  for (const { viewport = own, forcedColors = null } of ALSO_AT_A_DESK) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ forcedColors });
    await expectNoFaults(page);
  }
  await page.setViewportSize(own);
  await page.emulateMedia({ forcedColors: null });
}

async function expectNoFaults(page: Page): Promise<void> {
  const { violations } = await evaluate<AxeResults>(page, RUN);
  const faults = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary ?? ''}`,
    ),
  );
  if (await evaluate<boolean>(page, TOO_WIDE)) faults.push('The page is wider than the window.');
  expect(faults).toEqual([]);
}

/** Axe is a script itself: it looks at the same page in a window that runs scripts, but gets none of ours. */
async function onCopyOf(page: Page, look: (copy: Page) => Promise<void>): Promise<void> {
  const context = await page.context().browser()?.newContext({ viewport: page.viewportSize() });
  if (!context) throw new Error('The browser has gone.');
  const copy = await context.newPage();
  const body = await page.content();
  await copy.route(page.url(), (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
  await copy.route('**/*.js', (route) => route.abort());
  await copy.goto(page.url());
  await look(copy);
  await context.close();
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
