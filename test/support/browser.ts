import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { COOKIE } from '../../src/accounts/session.middleware';
import type { User } from './accounts';
import type { Product } from './product';

/** The shell starts and draws in half the time of the whole browser; either will do. */
const CHROMIUM =
  process.env['CHROMIUM'] ??
  ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path));
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

const PHONE = { width: 375, height: 812 };
const DESK = { width: 1280, height: 900 };

export interface Setting {
  readonly name: string;
  readonly options: BrowserContextOptions;
}

/** Every page has to work in each of these. */
export const SETTINGS: readonly Setting[] = [
  { name: 'phone', options: { viewport: PHONE } },
  { name: 'desk', options: { viewport: DESK } },
  { name: 'phone without JavaScript', options: { viewport: PHONE, javaScriptEnabled: false } },
];

/** For screenshots: how the same page looks at night and in the reader's own colours. */
export const LOOKS: readonly Setting[] = [
  { name: 'phone', options: { viewport: PHONE } },
  { name: 'desk', options: { viewport: DESK } },
  { name: 'phone-dark', options: { viewport: PHONE, colorScheme: 'dark' } },
  { name: 'desk-dark', options: { viewport: DESK, colorScheme: 'dark' } },
  { name: 'desk-forced', options: { viewport: DESK, forcedColors: 'active' } },
];

/** The Chromium of this machine; tests of pages cannot do without one. */
export async function openBrowser(): Promise<Browser> {
  if (!CHROMIUM || !existsSync(CHROMIUM))
    throw new Error(
      `There is no Chromium ${CHROMIUM ? `at ${CHROMIUM}` : 'here'}. ` +
        'Install it (Debian: apt-get install chromium-headless-shell), ' +
        'or say where it is: CHROMIUM=/path/to/chromium npm run test:pages',
    );
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** A fresh page of the product, with nobody signed in. */
export async function openPage(
  browser: Browser,
  product: Pick<Product, 'baseUrl'>,
  setting: Setting,
): Promise<Page> {
  const context = await browser.newContext({ ...setting.options, baseURL: product.baseUrl });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

/** Opens `path` signed in, and waits until it is there with its styles. */
export async function signIn(product: Product, page: Page, user: User, path = '/'): Promise<void> {
  // Chromium takes such cookies over http on this machine, but only if it is told so as if by https.
  const url = product.baseUrl.replace('http:', 'https:');
  await page.context().addCookies([{ name: COOKIE, value: product.tokenOf(user), url }]);
  await page.goto(path);
}
