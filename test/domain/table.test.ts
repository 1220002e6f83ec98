import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvOf, inert, type Cell } from '../../src/domain/table';

const FORMULAS = ['=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '\u00a0=cmd|x', '\n@x', '＝1'];

const read = (text: string) => parse(text, { bom: true, record_delimiter: '\r\n' });

describe('a file for a spreadsheet', () => {
  it.each(FORMULAS)('makes a text of %j', (words) => {
    expect(inert(words)).toBe(`'${words}`);
  });

  it('leaves numbers, dates and other words as they are', () => {
    for (const cell of [-12.5, 0, null, '2026-03-01', 'Ash = Bryn', 'a-b', 'it’s +1'])
      expect(inert(cell)).toBe(cell);
    expect(csvOf({ columns: ['n'], rows: [[-12.5]] })).toBe('\uFEFFn\r\n-12.5\r\n');
  });

  it('is read back as it was written, whatever is in it', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...FORMULAS, 'a,"b"\r\nc', ' x '),
      fc.integer(),
    );
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(rows, (lines) => {
        const found = read(csvOf({ columns: ['a', 'b', 'c'], rows: lines }));
        const said = (each: Cell) => String(inert(each) ?? '');
        expect(found).toEqual([['a', 'b', 'c'], ...lines.map((line) => line.map(said))]);
      }),
    );
  });
});
