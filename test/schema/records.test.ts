import { RawDiary } from './raw-diary';

let diary: RawDiary;
beforeAll(async () => {
  diary = await RawDiary.open();
});
afterAll(() => diary.close());

const asked = (text: string, values: unknown[] = []) => diary.refusalOf(diary.sql.query(text, values));

const KEPT = [
  'units',
  'unit_settings',
  'rooms',
  'contracts',
  'families',
  'young_people',
  'compatibility_assessments',
  'solo_decisions',
  'closures',
  'stays',
  'request_series',
  'requests',
  'request_young_people',
  'request_offers',
  'request_stays',
  'tasks',
];

describe('whatever code runs, the database itself', () => {
  it('keeps the audit trail, who authorised what and case records as they were written', async () => {
    await diary.sql.query(
      `INSERT INTO audit_entries (actor_name, actor_role, action) VALUES ('Nobody', 'system', 'test.made')`,
    );
    for (const [table, column] of [
      ['audit_entries', 'reason'],
      ['authorisations', 'reason'],
      ['case_record_entries', 'text'],
    ] as const)
      for (const change of [
        `UPDATE ${table} SET ${column} = 'Another.'`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table} CASCADE`,
      ])
        expect([change, await asked(change)]).toEqual([change, expect.stringContaining('is refused')]);
    const { rows } = await diary.sql.query('SELECT reason FROM audit_entries');
    expect(rows).toEqual([{ reason: null }]);
  });

  it('removes no record of a unit, a person, a judgement, a closure or a stay', async () => {
    for (const table of KEPT)
      for (const removal of [`DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`])
        expect([removal, await asked(removal)]).toEqual([removal, expect.stringContaining('is refused')]);
  });

  it('takes a pair in one order only, and nobody with themselves', async () => {
    const [one = '', two = ''] = (await diary.ground.siblings(2)).sort();
    const judge = (first: string, second: string) =>
      asked(
        `INSERT INTO compatibility_assessments (first_young_person_id, second_young_person_id, outcome, reasons,
           review_on, author_name) VALUES ($1, $2, 'compatible', 'As known.', '2027-01-01', 'Nobody')`,
        [first, second],
      );
    expect(await judge(two, one)).toBe('compatibility_assessments_pair_in_order');
    expect(await judge(one, one)).toBe('compatibility_assessments_pair_in_order');
    expect(await judge(one, two)).toBe('taken');
    expect(await judge(one, two)).toBe('compatibility_assessments_one_in_force');
  });

  it('takes no stay without a night, no hold without an end and no contract over another', async () => {
    const unit = await diary.ground.unit();
    const [child] = await diary.ground.children(1);
    const stay = (status: string, to: string) =>
      asked(
        `INSERT INTO stays (unit_id, young_person_id, kind, status, arrives_on, departs_on, requested_on,
           created_by_name) VALUES ($1, $2, 'planned', $3, '2026-03-13', $4, '2026-03-01', 'Nobody')`,
        [unit.id, child, status, to],
      );
    expect(await stay('confirmed', '2026-03-13')).toBe('stays_dates');
    expect(await stay('held', '2026-03-14')).toBe('stays_holds_expire');
    const contract = (from: string, to: string) =>
      asked(
        `INSERT INTO contracts (unit_id, starts_on, ends_on, nights_per_year, cost_pence_per_year)
         VALUES ($1, $2, $3, 1440, 1)`,
        [unit.id, from, to],
      );
    expect(await contract('2026-04-01', '2027-04-01')).toBe('taken');
    expect(await contract('2027-04-01', '2028-04-01')).toBe('taken');
    expect(await contract('2027-03-31', '2027-06-01')).toBe('contracts_never_overlap');
  });
});
