import fc from 'fast-check';
import { Pool } from 'pg';
import { addDays } from '../../src/domain/calendar-date';
import { Ground, type LaidUnit } from '../support/ground';
import { startProduct, type Product } from '../support/product';

let product: Product;
let ground: Ground;
beforeAll(async () => {
  product = await startProduct();
  ground = new Ground(new Pool({ connectionString: product.databaseUrl, max: 2 }));
});
afterAll(async () => {
  await ground.sql.end();
  await product.close();
});

const TODAY = '2026-03-11';
const WINDOW = 14;
const OUTCOMES = ['compatible', 'compatible', 'compatible', 'with-controls', 'not-together', null] as const;

const nights = fc.record({ from: fc.nat(WINDOW + 3), count: fc.integer({ min: 1, max: 5 }) });

/** Who is there already, what is closed, who may stay with whom, and what is asked for. */
const world = fc.record({
  residents: fc.array(
    fc.record({ who: fc.nat(3), nights, solo: fc.integer({ min: 0, max: 5 }).map((n) => n === 0) }),
    { maxLength: 6 },
  ),
  closures: fc.array(fc.record({ room: fc.constantFrom(0, 1, 2, null), nights }), { maxLength: 2 }),
  solo: fc.option(fc.record({ who: fc.nat(5), nights })),
  outcomes: fc.array(fc.constantFrom(...OUTCOMES), { minLength: 15, maxLength: 15 }),
  asked: fc.integer({ min: 1, max: 2 }),
  count: fc.integer({ min: 1, max: 4 }),
});

type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

interface Offer {
  readonly arrivesOn: string;
  readonly departsOn: string;
  readonly placeable: boolean;
}

const post = (path: string, body: object) => product.as('manager').post(`/api/${path}`).send(body);

const dates = ({ from, count }: World['residents'][number]['nights']) =>
  [addDays(TODAY, from), addDays(TODAY, from + count)] as const;

async function place(unit: LaidUnit, ids: readonly (string | undefined)[], asked: object) {
  const stays = ids.map((youngPersonId) => ({ youngPersonId, ...asked }));
  return post('stays', { unitId: unit.id, kind: 'planned', stays, acknowledged: ['controls', 'room-move'] });
}

async function lay({ residents, closures, solo, outcomes }: World): Promise<[LaidUnit, string[]]> {
  const unit = await ground.unit(3);
  const ids: string[] = [];
  for (let made = 0; made < 6; made += 1) ids.push(...(await ground.siblings(1)));
  const pairs = ids.flatMap((one, index) => ids.slice(index + 1).map((other) => [one, other]));
  for (const [index, pair] of pairs.entries()) {
    const outcome = outcomes[index];
    if (outcome) await ground.assess(pair, outcome);
  }
  if (solo) {
    const [first, after] = dates(solo.nights);
    await ground.needsSolo(ids[solo.who] ?? '', first, addDays(after, -1));
  }
  for (const resident of residents) {
    const [arrivesOn, departsOn] = dates(resident.nights);
    await place(unit, [ids[resident.who]], { arrivesOn, departsOn, solo: resident.solo });
  }
  for (const { room, nights: closed } of closures) {
    const [fromOn, toOn] = dates(closed);
    const which = room === null ? {} : { roomId: unit.rooms[room] };
    await post('closures', { unitId: unit.id, ...which, fromOn, toOn, kind: 'repair', reason: 'A leak.' });
  }
  return [unit, ids];
}

/** Books it, looks whether that succeeded, and gives the beds back. */
async function canBeBooked(
  unit: LaidUnit,
  ids: readonly string[],
  { arrivesOn, departsOn }: Offer,
): Promise<boolean> {
  const answer = await place(unit, ids, { arrivesOn, departsOn });
  expect([201, 409]).toContain(answer.status);
  const { items = [] } = answer.body as { items?: { id: string }[] };
  for (const { id } of items) await post(`stays/${id}/cancellation`, { by: 'unit', reason: 'Only tried.' });
  return answer.status === 201;
}

it('offers a date if and only if booking it then succeeds', async () => {
  const offersWhatCanBeBooked = async (given: World): Promise<void> => {
    const [unit, ids] = await lay(given);
    const asked = ids.slice(ids.length - given.asked);
    const window = { earliest: TODAY, latest: addDays(TODAY, WINDOW - 1) };
    const search = { unitId: unit.id, youngPersonIds: asked, nights: given.count, ...window };
    const { items } = (await post('date-searches', search)).body as { items: Offer[] };
    expect(items).toHaveLength(WINDOW);
    for (const offer of items)
      expect([offer.arrivesOn, await canBeBooked(unit, asked, offer)]).toEqual([
        offer.arrivesOn,
        offer.placeable,
      ]);
  };
  await fc.assert(fc.asyncProperty(world, offersWhatCanBeBooked), { numRuns: 8, endOnFailure: true });
});
