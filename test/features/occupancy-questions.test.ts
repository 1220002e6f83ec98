import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'csv-parse/sync';
import { QUESTIONS } from '../../src/reports/questions/questions';
import type { User } from '../support/accounts';
import { PILOT_YEAR } from '../support/csv';
import { aUnit, type AUnit } from '../support/diary';
import { importFile, openUnit } from '../support/imports';
import { aPlanInProgress, aStayOf, type InProgress } from '../support/in-progress';
import { startProduct, type Product } from '../support/product';
import { withoutRandom } from '../support/without-random';
import { aFamily, act, asked } from '../support/requests';

let product: Product;
let pilot: string;
let unit: AUnit;
let child: InProgress;

const YEAR = 'from=2015-07-01&to=2016-07-01';
const FEBRUARY = 'from=2026-02-01&to=2026-03-01';
const MARCH = 'from=2026-03-01&to=2026-04-01';

beforeAll(async () => {
  product = await startProduct();
  pilot = await openUnit(product, 'The pilot');
  await product
    .as('manager')
    .post(`/api/units/${pilot}/contracts`)
    .send({
      ...{ startsOn: '2015-07-01', endsOn: '2016-07-01', nightsPerYear: 1440, costPencePerYear: 67_275_000 },
      spotPricePencePerNight: 70_000,
    });
  expect(await importFile(product, pilot, PILOT_YEAR)).toMatchObject({ status: 'done' });
  unit = await aUnit(product);
  child = await aPlanInProgress(product);
  const [bed, other] = unit.rooms;
  if (!bed || !other) throw new Error('The unit has no rooms.');
  await aStayOf(product, child.youngPersonId, unit, { from: '2026-02-06', to: '2026-02-08', bed });
  const given = { from: '2026-02-20', to: '2026-02-22', status: 'cancelled', bed: other };
  const cancelled = await aStayOf(product, child.youngPersonId, unit, given);
  await product.dataSource.query(
    `UPDATE stays SET ended_on = '2026-02-19', ended_by = 'family' WHERE id = $1`,
    [cancelled],
  );
  await product.dataSource.query(`UPDATE bed_uses SET live = false WHERE stay_id = $1`, [cancelled]);
});
afterAll(() => product.close());

const page = (path: string, user: User = 'finance') => product.page(user).get(`/occupancy/${path}`);

const textOf = (html: string): string =>
  html
    .replaceAll(/<(svg|head|header|footer)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll(/\s+/g, ' ');

const read = async (path: string, user: User = 'finance') => {
  const answer = await page(path, user).expect(200);
  return textOf(answer.text);
};

/** The cells of a page's first table, as they are written there. */
function tableIn(html: string): string[][] {
  const [table = ''] = /<table class="govuk-table sb-answer">[\s\S]*?<\/table>/.exec(html) ?? [];
  return [...table.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) =>
      cell.replaceAll(/<[^>]*>/g, '').trim(),
    ),
  );
}

function take(file: string, query: string, user: User = 'finance') {
  return product
    .as(user)
    .get(`/api/exports/${file}?${query}`)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
}

const csvOf = ({ body }: { body: unknown }) => parse(body as Buffer, { bom: true });

/** As a page would write what a file has as a number. */
function written(cell: string, onPage: string): string {
  if (cell === '') return 'none';
  const number = Number(cell);
  if (onPage.startsWith('£'))
    return new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' }).format(number);
  if (onPage.endsWith('%')) return `${(Math.round(number * 1000 + 1e-9) / 10).toFixed(1)}%`;
  return Number.isNaN(number) ? cell : new Intl.NumberFormat('en-GB').format(number);
}

describe("the pilot's year", () => {
  it('goes from 1,464 bed-nights to 756, and what was taken off adds up', async () => {
    const rows = csvOf(await take('where-nights-went.csv', `unitId=${pilot}&${YEAR}`).expect(200));
    expect(rows[0]).toEqual(['Bed-nights', 'How many', 'Share of all', 'Left']);
    const counts = new Map(rows.slice(1).map(([name, nights]) => [name, Number(nights)]));
    const wholes = ['All bed-nights', 'Could be used', 'Occupied'];
    expect(wholes.map((name) => counts.get(name))).toEqual([1464, 1464, 756]);
    const off = [...counts].filter(([name]) => !wholes.includes(name ?? '')).map(([, nights]) => nights);
    expect(off.reduce((sum, nights) => sum + nights, 0)).toBe(1464 - 756);
  });

  it('cost £889.88 a night, £467.19 in a full unit, and was 52.5% full', async () => {
    expect(await read(`cost?unit=${pilot}&${YEAR}`)).toContain(
      'A night used cost £889.88. In a full unit it would have been £467.19, and a bed elsewhere £700.00.',
    );
    expect(await read(`by-month?unit=${pilot}&${YEAR}`)).toContain('Occupancy was 52.5% in all.');
  });

  it('was of 69 young people: 28 with a CAS worker only, 9, 10 and 22 with a social worker too', async () => {
    const rows = csvOf(await take('support.csv', `unitId=${pilot}&${YEAR}`).expect(200));
    expect(rows.slice(1).map(([name, people]) => [name, people])).toEqual([
      ...[
        ['CAS only', '28'],
        ['Child protection plan', '9'],
        ['Child in need plan', '10'],
      ],
      ...[
        ['Children and families assessment', '22'],
        ['In all', '69'],
      ],
    ]);
    expect(await read(`ages?unit=${pilot}&${YEAR}`)).toContain('69 young people stayed.');
  });

  it('links each step to a list of exactly its nights', async () => {
    const { text } = await page(`where-nights-went?unit=${pilot}&${YEAR}`).expect(200);
    const steps = tableIn(text).slice(1);
    const links = [...text.matchAll(/<th[^>]*><a class="govuk-link" href="([^"]*)"/g)].map(
      ([, link = '']) => link,
    );
    expect(links).toHaveLength(steps.length);
    for (const [index, link] of links.entries()) {
      const list = await product.page('finance').get(link.replaceAll('&amp;', '&')).expect(200);
      expect(textOf(list.text)).toContain(`${steps[index]?.[1]} bed-nights on `);
    }
  });
});

describe('every question', () => {
  it.each(QUESTIONS.map(({ key }) => key))('%s: has in its files what stands on its page', async (key) => {
    const onPage = tableIn((await page(`${key}?unit=${pilot}&${YEAR}`).expect(200)).text);
    const query = `unitId=${pilot}&${YEAR}`;
    const inFile = csvOf(await take(`${key}.csv`, query).expect(200));
    const dates = key === 'by-night' ? 1 : 0;
    expect(inFile).toHaveLength(onPage.length);
    expect(
      inFile.map((row, at) =>
        row.slice(dates).map((cell, index) => written(cell, onPage[at]?.[index + dates] ?? '')),
      ),
    ).toEqual(onPage.map((row) => row.slice(dates)));
    const sheet = await take(`${key}.xlsx`, query).expect(200);
    const files = Object.entries(unzipSync(sheet.body as Buffer));
    const xml = files
      .filter(([path]) => /sheet1/.test(path))
      .map(([, content]) => strFromU8(content))
      .join('');
    expect(xml.match(/<row /g)).toHaveLength(onPage.length);
    const numbers = inFile.slice(1).flatMap((row) => row.slice(1).filter((cell) => /^-?[\d.]+$/.test(cell)));
    expect([...xml.matchAll(/<v>([^<]*)<\/v>/g)].map(([, value]) => value)).toEqual(
      expect.arrayContaining(numbers),
    );
  });

  it.each(QUESTIONS.map(({ key }) => key))('%s: has an answer where nothing happened', async (key) => {
    const { text } = await page(`${key}?unit=${unit.id}&from=2024-01-01&to=2024-02-01`).expect(200);
    expect(textOf(text)).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it('is for those who read the figures, and for nobody else', async () => {
    for (const path of ['ages', 'nights', 'monthly-pack'] as const) {
      for (const user of ['manager', 'staff', 'service-manager', 'finance', 'auditor', 'visitor'] as const)
        await page(`${path}?unit=${unit.id}`, user).expect(200);
      for (const user of ['worker', 'edt', 'administrator'] as const)
        await page(`${path}?unit=${unit.id}`, user).expect(403);
    }
    for (const user of ['worker', 'edt', 'administrator'] as const)
      await take('ages.csv', `unitId=${unit.id}&${MARCH}`, user).expect(403);
  });

  it('says what is wrong with what was asked, and keeps it', async () => {
    for (const [path, words] of [
      ['ages?from=2026-03-01&to=2026-03-01', 'The end must be after the start'],
      ['year?from=2026-02-30&to=2026-03-01', 'Enter a real date.'],
      ['cost?from=2000-01-01&to=2026-03-01', 'Ask for 10 years or less at a time.'],
      [`nights?${MARCH}&class=secret`, 'Choose which bed-nights.'],
      ['monthly-pack?month=2026-13', 'Enter a month by year and number'],
      ['monthly-pack?month=%3Cscript%3E', 'Enter a month by year and number'],
    ] as const) {
      const answer = await page(`${path}&unit=${unit.id}`).expect(400);
      expect([path, textOf(answer.text)]).toEqual([path, expect.stringContaining(words) as string]);
    }
    await page(`no-such-question?unit=${unit.id}`).expect(404);
    for (const number of ['0', '2', '-1', 'x', '99999999999'])
      await page(`nights?unit=${unit.id}&from=2026-03-01&to=2026-03-08&page=${number}`).expect(404);
    await page('ages?unit=00000000-0000-4000-8000-000000000000').expect(404);
    await take('ages.csv', `unitId=${unit.id}&from=2026-03-01&to=2026-03-01`).expect(400);
    await take('ages.pdf', `unitId=${unit.id}&${MARCH}`).expect(404);
  });

  it('is in the audit trail as a file, with whether it names young people', async () => {
    await take('agreed-and-delivered.xlsx', `unitId=${unit.id}&${FEBRUARY}`, 'deputy').expect(200);
    const [last] = await product.dataSource.query<{ after: object }[]>(
      `SELECT after FROM audit_entries WHERE action = 'export.taken' ORDER BY id DESC LIMIT 1`,
    );
    expect(last?.after).toMatchObject({ name: 'agreed-and-delivered', format: 'xlsx', named: true });
  });
});

describe('a month', () => {
  it('tells who cancelled, with what notice, and what of the beds was used again', async () => {
    const rows = csvOf(await take('cancellations.csv', `unitId=${unit.id}&${FEBRUARY}`).expect(200));
    expect(rows[1]).toEqual(['The family', '1', '0', '0', '1', '0', '1', '2', '2', '0']);
  });

  it('sets nights agreed against those had, by name only for those who may know', async () => {
    const path = `agreed-and-delivered?unit=${unit.id}&${FEBRUARY}`;
    expect(await read(path, 'staff')).toMatch(/Planned\d+ Ofplan 7\.67 2 26\.1% 0 0/);
    expect(await read(path, 'finance')).toMatch(/Young person 001 7\.67 2 26\.1% 0 0/);
    for (const user of ['service-manager', 'finance', 'auditor', 'visitor'] as const) {
      const { text } = await page(path, user).expect(200);
      expect(withoutRandom(text)).not.toMatch(/Ofplan|PC\d|2012-05-06/);
      expect(text).not.toContain(child.youngPersonId);
    }
    const file = async (user: User) => {
      const answer = await take('agreed-and-delivered.csv', `unitId=${unit.id}&${FEBRUARY}`, user).expect(
        200,
      );
      return (answer.body as Buffer).toString();
    };
    expect(await file('deputy')).toContain('Ofplan');
    for (const user of ['staff', 'finance', 'visitor'] as const)
      expect(await file(user)).not.toContain('Ofplan');
  });

  it('lists nights with rooms for all, and with stays for those who may know', async () => {
    const path = `nights?unit=${unit.id}&${FEBRUARY}&class=occupied`;
    expect(await read(path, 'manager')).toMatch(
      /Fri 6 February 2026 Room 1 Occupied, planned Planned\d+ Ofplan/,
    );
    const { text } = await page(path, 'visitor').expect(200);
    expect(textOf(text)).toContain('Fri 6 February 2026 Room 1 Occupied, planned');
    expect(text).not.toMatch(/Ofplan|href="\/stays/);
  });

  it('tells what became of requests, and why those declined were', async () => {
    const [one = ''] = await aFamily(product);
    const [two = '', three = ''] = await aFamily(product, 2);
    const declined = await asked(product, unit.id, [one]);
    await act(product, 'manager', declined, 'decline', { reason: 'not-compatible' }).expect(200);
    await asked(product, unit.id, [two, three]);
    const rows = csvOf(await take('refusals.csv', `unitId=${unit.id}&${MARCH}`).expect(200));
    const counts = new Map(rows.map(([name, requests, , nights]) => [name, [requests, nights]]));
    expect(counts.get('Declined')).toEqual(['1', '3']);
    expect(counts.get('Declined: cannot stay beside the young people already booked')).toEqual(['1', '3']);
    expect(counts.get('In all')).toEqual(['2', '9']);
    expect(await read(`refusals?unit=${unit.id}&${FEBRUARY}`)).toContain('Nobody asked for a break');
  });

  it('is one pack that names nobody, of the same figures as their own pages', async () => {
    const pack = await page(`monthly-pack?unit=${pilot}&month=2015-10`, 'manager').expect(200);
    expect(pack.text).not.toMatch(/href="\/(stays|young-people)\//);
    const said = textOf(pack.text);
    for (const key of ['where-nights-went', 'by-night', 'cost', 'cancellations']) {
      const own = await page(`${key}?unit=${pilot}&from=2015-10-01&to=2015-11-01`).expect(200);
      const [, sentence = ''] = /<p class="sb-answer-sentence">([^<]*)</.exec(own.text) ?? [];
      expect([key, said]).toEqual([key, expect.stringContaining(textOf(sentence)) as string]);
    }
    expect(said).toContain('Emergencies and what they cost others');
    expect(await read(`monthly-pack?unit=${pilot}`)).toContain('Monthly pack: February 2026');
  });
});
