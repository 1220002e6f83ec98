import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const RUN = `${AXE}; axe.run(document, ${JSON.stringify({ runOnly: TAGS })})`;
const TOO_WIDE = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';

/** Fails with every fault axe finds, without exception, and when one would have to scroll sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForLoadState();
  const isScriptless = await evaluate<boolean>(page, "matchMedia('(scripting: none)').matches");
  if (isScriptless) await onCopyOf(page, expectNoFaults);
  else await expectNoFaults(page);
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
