import { checkFile } from '../../src/imports/check-file';
import { ImportRefused, type ImportError } from '../../src/imports/import-error';
import { readFile } from '../../src/imports/read-file';
import { CANCELLED, csv, type CsvLine } from '../support/csv';

const SETTING = { today: '2026-03-11', rooms: [1, 2, 3, 4] };

/** Everything wrong with a file, as `line column: message`. */
async function wrongIn(file: string | Uint8Array): Promise<string[]> {
  const said = ({ line, column, message }: ImportError) => `${line} ${column ?? '–'}: ${message}`;
  try {
    const { lines, errors } = await readFile(Buffer.from(file), SETTING, () => undefined);
    return [...errors, ...checkFile(lines)].map(said);
  } catch (error) {
    if (error instanceof ImportRefused) return error.errors.map(said);
    throw error;
  }
}

const withLine = (line: CsvLine) => wrongIn(csv([line]));
const header = (from: string, to: string) => wrongIn(csv([{}]).replace(from, to));

describe('a file of stays', () => {
  it.each([
    ['as it should be', csv([{}, { stay: 'S2', arrives_on: '2026-01-08', departs_on: '2026-01-09' }])],
    ['with the byte mark of a spreadsheet', `\uFEFF${csv([{}])}`],
    ['with semicolons', csv([{ reason: '' }], ';')],
    ['with tabs', csv([{}], '\t')],
    ['with the line ends of Windows', csv([{}, { ...CANCELLED, stay: 'S2' }], ',', '\r\n')],
    [
      'with blank lines and spaces around cells',
      csv([{ stay: ' S1 ', room: ' 1' }]).replace('\n', '\n\n') + '\n,,\n',
    ],
    [
      'of stays that never took a room',
      csv([CANCELLED, { ...CANCELLED, stay: 'S2', outcome: 'not-arrived' }]),
    ],
    [
      'of a stay that did not arrive, nobody knows through whom',
      csv([{ ...CANCELLED, outcome: 'not-arrived', ended_by: '' }]),
    ],
    [
      'with one child leaving on the day another arrives',
      csv([{}, { stay: 'S2', young_person: 'YP2', arrives_on: '2026-01-08', departs_on: '2026-01-10' }]),
    ],
  ])('is read %s', async (_, file) => {
    expect(await wrongIn(file)).toEqual([]);
  });

  it.each([
    ['empty', '', '1 –: The file is empty: it needs a header and lines.'],
    ['only blank', '\n\n', '1 –: The file is empty: its header is stay,'],
    ['only a header', csv([]), '1 –: The file has a header and no lines: add the stays.'],
    ['a spreadsheet', Buffer.from([0x50, 0x4b, 3, 4, 9]), '1 –: This is a spreadsheet, not a CSV file.'],
    ['in UTF-16', Buffer.from(`\uFEFF${csv([{}])}`, 'utf16le'), '1 –: The file is written in UTF-16'],
    [
      'in Latin-1',
      Buffer.from(csv([{}, { given_name: 'Zoë' }]), 'latin1'),
      '3 –: This line has letters that are not written in UTF-8. In the spreadsheet choose "Save as", then "CSV UTF-8".',
    ],
  ])('says when it is %s', async (_, file, said) => {
    const wrong = await wrongIn(file);
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toContain(said);
  });

  it('says what is wrong with its header', async () => {
    expect(await header('departs_on', 'left_on')).toEqual([
      '1 departs_on: The column departs_on is missing: add it to the header.',
      expect.stringContaining('1 left_on: There is no column "left_on": the columns are stay,'),
    ]);
    expect(await header('ended_by,reason', 'reason,reason')).toEqual([
      '1 ended_by: The column ended_by is missing: add it to the header.',
      '1 reason: The column reason is there twice: keep one.',
    ]);
  });

  it('counts lines as a spreadsheet does, through line breaks in cells', async () => {
    const lines = [
      { ...CANCELLED, reason: 'ill\nat home\r\nfor days' },
      { stay: 'S2', kind: 'weekend' },
    ];
    expect(await wrongIn(csv(lines))).toEqual([
      '5 kind: There is no kind "weekend": write planned or emergency.',
    ]);
  });

  it('says when a line has too few or too many cells, and reads on', async () => {
    const file = csv([{}, { stay: 'S2', outcome: 'gone' }]).replace('cas-only,', '') + 'a,b\n';
    expect(await wrongIn(file)).toEqual([
      expect.stringContaining('2 –: The line has 16 cells where the header has 17'),
      expect.stringContaining('3 outcome: There is no outcome "gone"'),
      expect.stringContaining('4 –: The line has 2 cells where the header has 17'),
    ]);
  });

  it('says where quotes do not match, beside what was wrong before', async () => {
    const file = csv([{ support: 'none' }, { stay: '"S2' }]).replace('"""S2"', '"S2');
    expect(await wrongIn(file)).toEqual([
      expect.stringContaining('2 support: There is no support "none": write cas-only, child-protection-plan'),
      expect.stringContaining('3 –: A quote (") is opened on this line and never closed'),
    ]);
  });
});

describe('a line', () => {
  it.each<[CsvLine, string]>([
    [
      { arrives_on: '2026-02-31' },
      '2 arrives_on: 31 February 2026 is not a date: write a real date such as 2026-02-28.',
    ],
    [
      { arrives_on: '01/01/2026' },
      '2 arrives_on: "01/01/2026" is not written as we read dates: write 2026-01-01.',
    ],
    [
      { requested_on: '1.7.15' },
      '2 requested_on: "1.7.15" is not written as we read dates: write 2015-07-01.',
    ],
    [{ requested_on: '2025-13-01' }, '2 requested_on: "2025-13-01" has no such month'],
    [{ requested_on: '1825-01-01' }, '2 requested_on: "1825-01-01" is not in a year we keep'],
    [{ date_of_birth: 'May 2012' }, '2 date_of_birth: "May 2012" is not a date: write year-month-day'],
    [{ date_of_birth: '' }, '2 date_of_birth: The date is missing'],
    [{ date_of_birth: '2026-01-06' }, '2 date_of_birth: The date of birth is after the arrival'],
    [{ departs_on: '2026-01-04' }, '2 departs_on: The departure is before the arrival on 2026-01-05'],
    [{ departs_on: '2026-01-05' }, '2 departs_on: The stay has no night'],
    [
      { departs_on: '2026-03-12' },
      '2 departs_on: A completed stay is over, but this is after today, 2026-03-11',
    ],
    [{ room: '' }, '2 room: A completed stay had a room: write its number, 1, 2, 3 or 4.'],
    [{ room: '9' }, '2 room: This unit has no room "9": write 1, 2, 3 or 4.'],
    [
      { outcome: 'displaced' },
      '2 outcome: There is no outcome "displaced": write completed, cancelled or not-arrived.',
    ],
    [{ stay: '' }, '2 stay: stay is empty: every line needs one.'],
    [{ stay: 'S\u00001' }, '2 stay: stay holds the character NUL: take it out.'],
    [{ key_worker: 'w'.repeat(201) }, '2 key_worker: key_worker has 201 characters: write 200 at most.'],
    [{ reason: 'none' }, '2 reason: reason is "none": leave it empty for a completed stay.'],
    [{ ...CANCELLED, ended_on: '' }, '2 ended_on: The date is missing'],
    [{ ...CANCELLED, ended_on: '2026-03-12' }, '2 ended_on: This is after today, 2026-03-11'],
    [
      { ...CANCELLED, ended_by: 'nobody' },
      '2 ended_by: There is no ended_by "nobody": write young-person, family, cas, unit or emergency.',
    ],
  ])('that has %j is told what would be right', async (line, said) => {
    const wrong = await withLine(line);
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toContain(said);
  });

  it('is told everything that is wrong with it', async () => {
    const wrong = await withLine({ support: '', room: '5', kind: '', arrives_on: 'then' });
    expect(wrong.map((each) => each.split(':')[0])).toEqual([
      '2 support',
      '2 kind',
      '2 room',
      '2 arrives_on',
    ]);
  });
});

describe('lines that cannot all be true', () => {
  const second: CsvLine = { stay: 'S2', young_person: 'YP2', family: 'F2', room: '2' };

  it.each<[string, CsvLine, string]>([
    [
      'an overlap in a room',
      { ...second, room: '1' },
      '3 room: Room 1 was used by the stay on line 2 too, 2026-01-05 to 2026-01-08',
    ],
    [
      'one child in two rooms',
      { ...second, young_person: 'YP1', family: 'F1' },
      '3 young_person: The same young person was in room 1 by line 2',
    ],
    ['one reference for two stays', { ...second, stay: 'S1' }, '3 stay: Line 2 has this reference already'],
    [
      'another name for one reference',
      { ...CANCELLED, stay: 'S2', given_name: 'Bea' },
      '3 given_name: Line 2 gives the same young_person another given_name',
    ],
    [
      'another family for one reference',
      { ...CANCELLED, stay: 'S2', family: 'F2' },
      '3 family: Line 2 gives the same young_person another family',
    ],
  ])('are told of %s, on the later line naming the earlier', async (_, line, said) => {
    const wrong = await wrongIn(csv([{}, line]));
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toContain(said);
  });

  it('name no child', async () => {
    const wrong = await wrongIn(csv([{}, { stay: 'S2', given_name: 'Bea', date_of_birth: '2011-01-01' }]));
    expect(wrong.join()).not.toMatch(/Ada|Bea|Marsh|2011|2012/);
  });
});
