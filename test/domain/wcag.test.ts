import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const TABLE = readFileSync(join(ROOT, 'test/accessibility/wcag-2.2-aa.md'), 'utf8');

const STATUSES = ['met', 'not applicable', 'not yet'];

/** The criteria of levels A and AA, by guideline; 4.1.1 is obsolete, and those between are of level AAA. */
const A = [
  ...['1.1.1', '1.2.1', '1.2.2', '1.2.3', '1.3.1', '1.3.2', '1.3.3', '1.4.1', '1.4.2'],
  ...['2.1.1', '2.1.2', '2.1.4', '2.2.1', '2.2.2', '2.3.1', '2.4.1', '2.4.2', '2.4.3', '2.4.4'],
  ...['2.5.1', '2.5.2', '2.5.3', '2.5.4', '3.1.1', '3.2.1', '3.2.2', '3.2.6', '3.3.1', '3.3.2', '3.3.7'],
  ...['4.1.2'],
];
const AA = [
  ...['1.2.4', '1.2.5', '1.3.4', '1.3.5', '1.4.3', '1.4.4', '1.4.5', '1.4.10', '1.4.11', '1.4.12', '1.4.13'],
  ...['2.4.5', '2.4.6', '2.4.7', '2.4.11', '2.5.7', '2.5.8', '3.1.2', '3.2.3', '3.2.4'],
  ...['3.3.3', '3.3.4', '3.3.8', '4.1.3'],
];

interface Row {
  readonly number: string;
  readonly level: string;
  readonly status: string;
  readonly how: string;
}

const rows = TABLE.split('\n').flatMap((line): Row[] => {
  const [, number = '', level = '', , status = '', how = ''] = line.split('|').map((cell) => cell.trim());
  return /^\d\.\d\.\d+$/.test(number) ? [{ number, level, status, how }] : [];
});

function inOrder(numbers: readonly string[]): string[] {
  return [...numbers].sort((a, b) => a.localeCompare(b, 'en-GB', { numeric: true }));
}

/** What looks like a file of ours, between backquotes. */
const filesIn = (how: string): string[] =>
  [...how.matchAll(/`((?:src|test|config)\/[^`\s]+)`/g)].flatMap(([, file = '']) => [file]);

it('takes every criterion of levels A and AA once, in order, under its level', () => {
  expect(rows.map(({ number }) => number)).toEqual(inOrder([...A, ...AA]));
  expect(rows.filter(({ level }) => level === 'A').map(({ number }) => number)).toEqual(inOrder(A));
  expect(rows.filter(({ level }) => level === 'AA').map(({ number }) => number)).toEqual(inOrder(AA));
  expect(rows).toHaveLength(55);
});

it('says of each what it is, in one of the words, and how that was found', () => {
  expect(rows.filter(({ status }) => !STATUSES.includes(status))).toEqual([]);
  expect(rows.filter(({ how }) => how === '')).toEqual([]);
});

it('shows what is met by axe or by files, and every file is there', () => {
  const met = rows.filter(({ status }) => status === 'met');
  const bare = met.filter(({ how }) => filesIn(how).length === 0 && !/\baxe\b/i.test(how));
  expect(bare).toEqual([]);
  const gone = rows.flatMap(({ number, how }) =>
    filesIn(how).flatMap((file) => (existsSync(join(ROOT, file)) ? [] : [`${number}: ${file}`])),
  );
  expect(gone).toEqual([]);
});
