import fc from 'fast-check';
import { Ground } from '../ground';
import { bodyOf, type Answer, type KeepAlive } from '../keep-alive';
import type { Processes } from '../two-processes';
import { operationsOf, type OpenApiDocument } from './operations';
import { requestTo, type Written } from './requests';
import type { Known } from './values';

export interface Fuzzed {
  readonly requests: number;
  readonly byStatus: Readonly<Record<number, number>>;
  /** What was answered wrongly, each with what was asked. */
  readonly faults: readonly string[];
}

const AT_ONCE = 8;

/** Node itself answers so, before the product is asked. */
const TOO_LONG_A_URL = 431;

/** Asks every operation of the OpenAPI document so many times; the seed says which requests exactly. */
export async function fuzz(
  { sql }: Processes,
  client: KeepAlive,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): Promise<Fuzzed> {
  const known = await somethingToName(new Ground(sql), client);
  const document = bodyOf(await client.get('/api/openapi.json')) as OpenApiDocument;
  const operations = operationsOf(document);
  const each = Math.ceil(runs / operations.length);
  const requests = operations.flatMap((operation) =>
    fc.sample(requestTo(operation, known), { numRuns: each, seed }),
  );
  const faults: string[] = [];
  const byStatus: Record<number, number> = {};
  const waiting = [...requests];
  const work = async (): Promise<void> => {
    for (let sent = waiting.shift(); sent; sent = waiting.shift()) {
      const answer = await client.send(sent).catch(unanswered);
      byStatus[answer.status] = (byStatus[answer.status] ?? 0) + 1;
      const fault = faultOf(answer);
      if (fault) faults.push(`${fault}\n  ${told(sent)}\n  ${answer.text.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { requests: requests.length, byStatus, faults };
}

/** Two units with a few young people and stays, so that other units' ids are there to be misused. */
async function somethingToName(ground: Ground, client: KeepAlive): Promise<Known> {
  const units = [await ground.unit(), await ground.unit()];
  const children = await ground.children(4);
  const dates = Array.from({ length: 40 }, (_, day) =>
    new Date(Date.now() + (day - 3) * 86_400_000).toISOString().slice(0, 10),
  );
  const stays: string[] = [];
  for (const [index, unit] of units.entries()) {
    const stay = { youngPersonId: children[index], arrivesOn: dates[10], departsOn: dates[12] };
    const body = { unitId: unit.id, kind: 'planned', stays: [stay] };
    const { items } = bodyOf(await client.post('/api/stays', body)) as { items: { id: string }[] };
    stays.push(...items.map(({ id }) => id));
  }
  const requests = await somethingAsked(client, units[0]?.id, children, dates);
  const { rows } = await ground.sql.query<{ id: string }>('SELECT id FROM families');
  return {
    units: units.map(({ id }) => id),
    rooms: units.flatMap(({ rooms }) => rooms),
    youngPeople: children,
    families: rows.map(({ id }) => id),
    stays,
    requests,
    dates,
  };
}

/** Requests to be answered, and a series of them; @returns their ids. */
async function somethingAsked(
  client: KeepAlive,
  unitId: string | undefined,
  children: readonly string[],
  dates: readonly string[],
): Promise<string[]> {
  const ask = { unitId, nights: 2, reason: 'A rest at home.', urgency: 'soon' };
  const window = { earliest: dates[5], latest: dates[30] };
  const repeats = { weekday: 5, everyWeeks: 1, from: dates[5], until: dates[30] };
  const ids: string[] = [];
  for (const youngPersonId of children) {
    const of = { ...ask, youngPersonIds: [youngPersonId] };
    for (const answer of [
      await client.post('/api/requests', { ...of, ...window }),
      await client.post('/api/request-series', { ...of, ...repeats }),
    ])
      ids.push((bodyOf(answer) as { id: string }).id);
  }
  return ids;
}

/** The connection was cut: as bad as a failure. */
function unanswered(error: Error): Answer {
  return { status: 599, type: '', headers: {}, text: error.message, took: 0 };
}

function told({ method, path, headers, body = '' }: Written): string {
  return `${method} ${path.slice(0, 200)} ${JSON.stringify(headers)} ${body.toString().slice(0, 600)}`;
}

function faultOf(answer: Answer): string | undefined {
  if (answer.status >= 500) return `answered ${answer.status}`;
  if (answer.status < 400 || answer.status === TOO_LONG_A_URL) return undefined;
  if (answer.type !== 'application/problem+json') return `answered ${answer.status} as ${answer.type}`;
  const problem = bodyOf(answer) as Record<string, unknown>;
  for (const member of ['type', 'title', 'detail'])
    if (typeof problem[member] !== 'string') return `said no ${member}`;
  if (problem['status'] !== answer.status) return 'said another status than it had';
  if (answer.status === 400 && !pointsAtFields(problem)) return 'did not say what is wrong where';
  return undefined;
}

function pointsAtFields({ errors }: Record<string, unknown>): boolean {
  return (
    Array.isArray(errors) &&
    errors.length > 0 &&
    errors.every(
      ({ pointer, detail }: Record<string, unknown>) =>
        typeof pointer === 'string' && typeof detail === 'string',
    )
  );
}
