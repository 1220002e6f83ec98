import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails with every fault axe finds, without exception, and when a phone would have to scroll sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await faultsOf(page);
  const faults = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary ?? ''}`,
    ),
  );
  expect(faults).toEqual([]);
  expect(await isTooWide(page)).toBe(false);
}

/** Through the debugger, so that neither our content policy nor a page without JavaScript stands in the way. */
async function faultsOf(page: Page): Promise<AxeResults> {
  return evaluate<AxeResults>(page, `${AXE}; axe.run(document, ${JSON.stringify({ runOnly: TAGS })})`);
}

async function isTooWide(page: Page): Promise<boolean> {
  return evaluate<boolean>(
    page,
    'Promise.resolve(document.documentElement.scrollWidth > document.documentElement.clientWidth)',
  );
}

async function evaluate<T>(page: Page, expression: string): Promise<T> {
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
