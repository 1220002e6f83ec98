import { aCompatibleGroup, aUnit, type AUnit } from '../support/diary';
import { aClaim } from '../support/emergencies';
import { operationsOf, type OpenApiDocument, type Operation, type Schema } from '../support/fuzz/operations';
import { aFamily } from '../support/requests';
import { startProduct, type Product } from '../support/product';

let product: Product;
let unit: AUnit;
let operations: readonly Operation[];
beforeAll(async () => {
  product = await startProduct();
  unit = await aUnit(product);
  const document = (await product.as('manager').get('/api/openapi.json')).body as OpenApiDocument;
  operations = operationsOf(document);
});
afterAll(() => product.close());

const friday = { arrivesOn: '2026-03-13', departsOn: '2026-03-15' };
const window = { nights: 2, earliest: '2026-03-13', latest: '2026-03-20' };

/** What each call cannot do without. */
const CALLS: Readonly<Record<string, () => Promise<object> | object>> = {
  'placement-checks': async () => ({ unitId: unit.id, kind: 'planned', stays: [await aStay()] }),
  stays: async () => ({ unitId: unit.id, kind: 'planned', stays: [await aStay()] }),
  'date-searches': async () => ({ unitId: unit.id, youngPersonIds: await aFamily(product), ...window }),
  requests: async () => ({
    ...{ unitId: unit.id, youngPersonIds: await aFamily(product), ...window },
    ...{ reason: 'A rest at home.', urgency: 'soon' },
  }),
  'emergency-claims/preview': () => ({ unitId: unit.id, child: {} }),
  'emergency-claims': () => aClaim(product, unit),
  'solo-decisions': async () => ({
    ...{ youngPersonId: (await aFamily(product))[0], reason: 'Cannot share.' },
    ...{ startsOn: '2026-06-01', reviewOn: '2026-06-20' },
  }),
  'day-visits': async () => ({
    ...{ unitId: unit.id, youngPersonId: (await aFamily(product))[0], on: '2026-03-12' },
    ...{ fromTime: '15:30', toTime: '18:00', purpose: 'A meal.' },
  }),
  units: () => ({
    ...{ name: 'Another', places: 1, ageRange: { from: 8, to: 17 } },
    rooms: [{ number: 1, name: 'One' }],
  }),
};

it.each(Object.keys(CALLS))('takes null for what is left out: %s', async (call) => {
  const body = operations.find(({ method, path }) => method === 'POST' && path === `/api/${call}`)?.body;
  const asked = withNulls((await CALLS[call]?.()) ?? {}, body ?? {}) as object;
  expect(JSON.stringify(asked)).toContain('null');
  const answer = await product.as('manager').post(`/api/${call}`).send(asked);
  expect(answer.status < 300 ? undefined : answer.body).toBeUndefined();
});

async function aStay(): Promise<object> {
  const [youngPersonId] = await aCompatibleGroup(product, 1);
  return { youngPersonId, ...friday };
}

/** Every field that need not be given, as null. */
function withNulls(asked: unknown, { properties, items, required = [] }: Schema): unknown {
  if (Array.isArray(asked)) return asked.map((each) => withNulls(each, items ?? {}));
  if (!properties || typeof asked !== 'object' || asked === null) return asked;
  const given = Object.entries(asked).map(([name, each]) => [name, withNulls(each, properties[name] ?? {})]);
  const left = Object.keys(properties).filter((name) => !required.includes(name) && !(name in asked));
  return Object.fromEntries([...left.map((name) => [name, null]), ...given]);
}
