import { loadDemonstration } from '../../src/demo/demonstration';
import { SetClock, startProduct, type Product } from '../support/product';

interface UnitShown {
  readonly id: string;
  readonly name: string;
}

interface SettingsShown {
  readonly recordedAt: string;
  readonly ringFence: { readonly keptForPlanned: number; readonly keptForEmergency: number };
}

const silent = (): void => undefined;

async function unitNamed(product: Product, name: string): Promise<string> {
  const { items } = (await product.as('manager').get('/api/units')).body as { items: UnitShown[] };
  return items.find((unit) => unit.name === name)?.id ?? '';
}

/** What the constraints cannot see: a child in a bed that no live stay of theirs accounts for, and the like. */
const WRONG = `
  SELECT 'a bed past its stay' AS wrong FROM bed_uses JOIN stays ON stays.id = stay_id
    WHERE from_on < arrives_on OR to_on > departs_on OR live <> (status IN ('held', 'confirmed', 'in-residence', 'completed'))
  UNION ALL SELECT 'a stay without a bed' FROM stays
    WHERE status <> 'cancelled' AND status <> 'not-arrived' AND NOT EXISTS (SELECT 1 FROM bed_uses WHERE stay_id = stays.id)
  UNION ALL SELECT 'outside the ages' FROM stays JOIN young_people ON young_people.id = young_person_id
      JOIN units ON units.id = unit_id AND units.name = 'Larch House'
    WHERE date_part('year', age(departs_on, date_of_birth)) > 17 OR date_part('year', age(arrives_on, date_of_birth)) < 8
  UNION ALL SELECT 'in the future already' FROM stays WHERE arrived_at > $1 OR departed_at > $1 OR ended_on > $1::date`;

describe.each([
  ['an ordinary Wednesday noon', '2026-03-11T12:00:00Z'],
  ['a Monday morning', '2026-03-09T08:15:00Z'],
  ['a Friday evening', '2026-11-27T19:00:00Z'],
  ['just after midnight', '2026-07-01T23:05:00Z'],
  ['the day the clocks go forward', '2027-03-28T12:00:00Z'],
  ['the night the clocks go back', '2026-10-25T00:30:00Z'],
  ['29 February', '2028-02-29T12:00:00Z'],
  ['the last day of a year', '2026-12-31T23:30:00Z'],
  ['the last day of a contract', '2027-03-31T21:00:00Z'],
])('the demonstration loaded on %s', (_, at) => {
  let product: Product;

  beforeAll(async () => {
    product = await startProduct(new SetClock(new Date(at)));
    await loadDemonstration(product.app, silent);
  });

  afterAll(() => product.close());

  it('opens on a board full of life', async () => {
    const unitId = await unitNamed(product, 'Larch House');
    const count = 'SELECT status, count(*)::int AS count FROM stays WHERE unit_id = $1 GROUP BY status';
    const rows = await product.dataSource.query<{ status: string; count: number }[]>(count, [unitId]);
    const counts = Object.fromEntries(rows.map(({ status, count: stays }) => [status, stays]));
    expect(counts['in-residence']).toBeGreaterThanOrEqual(1);
    expect(counts['completed']).toBeGreaterThan(20);
    expect(counts['confirmed']).toBeGreaterThan(10);
    for (const status of ['held', 'cancelled', 'not-arrived']) expect(counts[status]).toBeGreaterThan(0);
    expect(await product.dataSource.query(WRONG, [product.clock.now()])).toEqual([]);
  });

  it('has requests in several states, visits ahead, and something noticed', async () => {
    const as = product.as('manager');
    const { items } = (await as.get('/api/requests')).body as { items: { status: string }[] };
    expect(items).toHaveLength(6);
    expect(items.map(({ status }) => status)).toEqual(
      expect.arrayContaining(['open', 'waiting', 'declined']),
    );
    for (const path of ['/api/day-visits', '/api/noticed-things'])
      expect(((await as.get(path)).body as { items: unknown[] }).items.length).toBeGreaterThan(0);
  });

  it('has a ring-fence with a history, which keeps no bed for emergencies', async () => {
    const unitId = await unitNamed(product, 'Larch House');
    const answer = await product.as('edt').get(`/api/units/${unitId}/settings-changes`);
    const { items } = answer.body as { items: readonly SettingsShown[] };
    expect(items.map(({ ringFence: { keptForPlanned } }) => keptForPlanned)).toEqual([1, 2, 1, 0, 2, 0]);
    expect(items.filter(({ ringFence }) => ringFence.keptForEmergency > 0)).toEqual([]);
    expect(items.filter(({ recordedAt }) => new Date(recordedAt) > product.clock.now())).toEqual([]);
  });

  it('does nothing the second time', async () => {
    const said: string[] = [];
    await loadDemonstration(product.app, (sentence) => said.push(sentence));
    expect(said).toEqual([]);
  });
});
