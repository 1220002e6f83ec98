import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const TABLE = readFileSync(join(ROOT, 'test/security/asvs-5.0-level-2.md'), 'utf8');

const STATUSES = ['met', 'not applicable', 'not yet'];

/** The requirements of levels 1 and 2, section by section: in each the first so many. */
const WANTED: Readonly<Record<string, number>> = {
  ...{ 'V1.1': 2, 'V1.2': 9, 'V1.3': 11, 'V1.4': 3, 'V1.5': 2 },
  ...{ 'V2.1': 3, 'V2.2': 3, 'V2.3': 4, 'V2.4': 2 },
  ...{ 'V3.2': 2, 'V3.3': 4, 'V3.4': 6, 'V3.5': 5, 'V3.7': 2 },
  ...{ 'V4.1': 3, 'V4.2': 1, 'V4.3': 2, 'V4.4': 4 },
  ...{ 'V5.1': 1, 'V5.2': 3, 'V5.3': 2, 'V5.4': 3 },
  ...{ 'V6.1': 3, 'V6.2': 12, 'V6.3': 4, 'V6.4': 4, 'V6.5': 5, 'V6.6': 3, 'V6.8': 4 },
  ...{ 'V7.1': 3, 'V7.2': 4, 'V7.3': 2, 'V7.4': 5, 'V7.5': 2, 'V7.6': 2 },
  ...{ 'V8.1': 2, 'V8.2': 3, 'V8.3': 1, 'V8.4': 1 },
  ...{ 'V9.1': 3, 'V9.2': 4 },
  ...{ 'V10.1': 2, 'V10.2': 2, 'V10.3': 4, 'V10.4': 11, 'V10.5': 5, 'V10.6': 2, 'V10.7': 3 },
  ...{ 'V11.1': 2, 'V11.2': 3, 'V11.3': 3, 'V11.4': 4, 'V11.5': 1, 'V11.6': 1 },
  ...{ 'V12.1': 3, 'V12.2': 2, 'V12.3': 4 },
  ...{ 'V13.1': 1, 'V13.2': 5, 'V13.3': 2, 'V13.4': 5 },
  ...{ 'V14.1': 2, 'V14.2': 4, 'V14.3': 3 },
  ...{ 'V15.1': 3, 'V15.2': 3, 'V15.3': 7 },
  ...{ 'V16.1': 1, 'V16.2': 5, 'V16.3': 4, 'V16.4': 3, 'V16.5': 3 },
  ...{ 'V17.1': 1, 'V17.2': 4, 'V17.3': 2 },
};

interface Row {
  readonly number: string;
  readonly status: string;
  readonly how: string;
}

const rows = TABLE.split('\n').flatMap((line): Row[] => {
  const [, number = '', , status = '', how = ''] = line.split('|').map((cell) => cell.trim());
  return /^V\d/.test(number) ? [{ number, status, how }] : [];
});

/** What looks like a file of ours, between backquotes. */
function filesIn(how: string): string[] {
  return [...how.matchAll(/`([^`\s]+)`/g)].flatMap(([, named = '']) =>
    /^(src|test|config|migrations|\.ci)\/|^(package|tsconfig)\.json$|^README\.md$/.test(named) ? [named] : [],
  );
}

it('takes every requirement of levels 1 and 2 once, in order', () => {
  const wanted = Object.entries(WANTED).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
  );
  expect(rows.map(({ number }) => number)).toEqual(wanted);
  expect(wanted).toHaveLength(254);
});

it('says of each what it is, in one of the words', () => {
  expect(rows.filter(({ status }) => !STATUSES.includes(status))).toEqual([]);
  expect(rows.filter(({ how }) => how === '')).toEqual([]);
});

it('shows what is met by files that are there', () => {
  const met = rows.filter(({ status }) => status === 'met');
  const bare = met.filter(({ how }) => filesIn(how).length === 0 && !how.includes('README'));
  expect(bare).toEqual([]);
  const gone = rows.flatMap(({ number, how }) =>
    filesIn(how).flatMap((file) => (existsSync(join(ROOT, file)) ? [] : [`${number}: ${file}`])),
  );
  expect(gone).toEqual([]);
});
