/**
 * `npm run pictures`: the pictures of the README, taken anew from the demonstration in a browser. Everybody in them is
 * made up.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PASSWORD, type User } from '../support/accounts';
import { openBrowser, openPage, type Setting } from '../support/browser';

const FOLDER = join(process.cwd(), 'test/pages/pictures');

const DESK: Setting = { name: 'desk', options: { viewport: { width: 1280, height: 900 } } };
const BOARD: Setting = { name: 'board', options: { viewport: { width: 1280, height: 1080 } } };
const NIGHT: Setting = { name: 'night', options: { ...BOARD.options, colorScheme: 'dark' } };
const PHONE: Setting = { name: 'phone', options: { viewport: { width: 375, height: 812 } } };

/** The first stay to come that another room would take, in hand; the last, if none would. */
async function inHand(page: Page): Promise<void> {
  const stays = page.locator('a.sb-bed--booked[data-stay]');
  const panel = page.locator('#chosen');
  for (let at = 0; at < (await stays.count()); at += 1) {
    await stays.nth(at).click();
    await panel.getByRole('link', { name: 'Move', exact: true }).click();
    await panel.getByRole('heading', { name: 'Move to another room' }).waitFor();
    if ((await panel.getByRole('button', { name: /Move to Room/ }).count()) > 0) return;
  }
}

interface Picture {
  readonly name: string;
  readonly user: User;
  readonly path: string;
  readonly setting: Setting;
  readonly before?: (page: Page) => Promise<void>;
}

const PICTURES: readonly Picture[] = [
  { name: 'board', user: 'manager', path: '/board', setting: BOARD },
  { name: 'board-in-hand', user: 'manager', path: '/board', setting: NIGHT, before: inHand },
  { name: 'home', user: 'manager', path: '/', setting: DESK },
  { name: 'where-nights-went', user: 'finance', path: '/occupancy/where-nights-went', setting: DESK },
  { name: 'tonight', user: 'edt', path: '/tonight', setting: PHONE },
];

async function main(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'short-breaks-pictures-'));
  const [child, baseUrl] = await demonstration(directory);
  const browser = await openBrowser();
  try {
    for (const { name, user, path, setting, before } of PICTURES) {
      const page = await openPage(browser, { baseUrl }, setting);
      await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
      await page.getByLabel('User name').fill(user);
      await page.getByLabel('Password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.locator('h1').waitFor();
      await before?.(page);
      await page.screenshot({ path: join(FOLDER, `${name}.png`) });
      await page.context().close();
      console.log(`${name}.png`);
    }
  } finally {
    await browser.close();
    child.kill('SIGTERM');
    await once(child, 'exit');
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The built product with its own database and the demonstration, on a port of its own choosing. */
async function demonstration(directory: string): Promise<[ChildProcess, string]> {
  const child = spawn(process.execPath, ['dist/src/main.js'], {
    env: { ...process.env, DATA_DIR: directory, HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const baseUrl = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      const address = /ready at (http:\S+)\n/.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`The product did not start:\n${said}`)));
  });
  return [child, baseUrl];
}

void main();
