import fc from 'fast-check';
import type { Sent } from '../keep-alive';
import {
  hostileBody,
  hostileDate,
  hostileInstant,
  hostileMember,
  hostileText,
  hostileValue,
} from './hostile';
import type { Operation, Schema } from './operations';

/** What there is to name: ids of this unit and of others, and of none. */
export interface Known {
  readonly units: readonly string[];
  readonly rooms: readonly string[];
  readonly youngPeople: readonly string[];
  readonly families: readonly string[];
  readonly stays: readonly string[];
  readonly dates: readonly string[];
}

type Kind = Exclude<keyof Known, 'dates'>;

/** What the name of a field or the beginning of a path is about. */
const ABOUT: readonly (readonly [RegExp, Kind])[] = [
  [/stay/i, 'stays'],
  [/room/i, 'rooms'],
  [/young|sibling/i, 'youngPeople'],
  [/famil/i, 'families'],
  [/unit/i, 'units'],
];

function idsFor(name: string, known: Known): fc.Arbitrary<string> {
  const { units, rooms, youngPeople, families, stays } = known;
  const all = fc.constantFrom(...units, ...rooms, ...youngPeople, ...families, ...stays);
  const kind = ABOUT.find(([about]) => about.test(name))?.[1];
  const fitting = kind ? fc.constantFrom(...known[kind]) : all;
  return fc.oneof(
    { weight: 12, arbitrary: fitting },
    { weight: 1, arbitrary: all },
    { weight: 1, arbitrary: fc.uuid() },
  );
}

/** Written out, as it goes over the wire. */
export interface Written extends Sent {
  readonly body?: string | Buffer;
}

/** A request to the operation, from almost right to nonsense. */
export function requestTo(operation: Operation, known: Known): fc.Arbitrary<Written> {
  return fc
    .record({ path: pathOf(operation, known), content: contentOf(operation, known), odd: oddHeaders })
    .map(({ path, content: { body, type }, odd }) => ({
      method: operation.method,
      path,
      headers: { ...(type === undefined ? {} : { 'content-type': type }), ...odd },
      ...(body === undefined ? {} : { body }),
    }));
}

interface Content {
  readonly body: string | Buffer | undefined;
  readonly type: string | undefined;
}

function contentOf({ method, body, bodyType }: Operation, known: Known): fc.Arbitrary<Content> {
  if (method === 'GET') return fc.constant({ body: undefined, type: undefined });
  const shaped = fc
    .tuple(body ? valueOf(body, known, '') : hostileValue, fc.option(hostileMember, { freq: 9 }))
    .map(([value, member]) => ({ body: withMember(value, member), type: bodyType ?? 'application/json' }));
  return fc.oneof({ weight: 9, arbitrary: shaped }, { weight: 1, arbitrary: hostileBody });
}

/** As text, because a member called `__proto__` survives no assignment. */
function withMember(value: unknown, member: readonly [string, unknown] | null): string {
  const text = JSON.stringify(value);
  if (!member || !text.startsWith('{')) return text;
  const added = `${JSON.stringify(member[0])}:${JSON.stringify(member[1])}`;
  return text === '{}' ? `{${added}}` : `${text.slice(0, -1)},${added}}`;
}

function pathOf({ path, parameters }: Operation, known: Known): fc.Arbitrary<string> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const ids = fc.tuple(...names.map(() => segment(path, known)));
  const queries = fc.tuple(
    ...parameters
      .filter((each) => each.in === 'query')
      .map(({ name, schema }) =>
        fc.option(valueOf(schema, known, name).map((value) => `${name}=${inUrl(value)}`)),
      ),
  );
  const more = fc.constantFrom('', '', '', 'limit=x', 'cursor=%00', 'a[b]=1', '__proto__[a]=1', 'from=%zz');
  return fc.tuple(ids, queries, more).map(([given, asked, also]) => {
    const filled = given.reduce((url, id) => url.replace(/\{\w+\}/, () => id), path);
    const query = [...asked, also].filter(Boolean).join('&');
    return query ? `${filled}?${query}` : filled;
  });
}

function segment(path: string, known: Known): fc.Arbitrary<string> {
  const odd = fc.constantFrom(
    '%00',
    '%',
    '%zz',
    '%ED%A0%80',
    '..%2f..',
    'null',
    '0',
    'x'.repeat(3000),
    '%27--',
  );
  return fc.oneof({ weight: 8, arbitrary: idsFor(path, known) }, { weight: 2, arbitrary: odd });
}

function inUrl(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /\p{Surrogate}/u.test(text) ? '%ED%A0%80' : encodeURIComponent(text);
}

/** Mostly what the schema asks for, so that what is wrong is met deep inside. */
function valueOf(schema: Schema, known: Known, name: string): fc.Arbitrary<unknown> {
  const right = rightValue(schema, known, name);
  return fc.oneof({ weight: 40, arbitrary: right }, { weight: 1, arbitrary: hostileValue });
}

function rightValue(schema: Schema, known: Known, name: string): fc.Arbitrary<unknown> {
  const { type, format, items, properties, minimum = 0, maximum = 9, minItems = 0, oneOf } = schema;
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (oneOf) return fc.oneof(...oneOf.map((each) => valueOf(each, known, name)));
  if (properties) return objectOf(schema, known);
  if (type === 'array')
    return fc.array(valueOf({ ...items, ...(format ? { format } : {}) }, known, name), {
      minLength: minItems,
      maxLength: minItems + 2,
    });
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer' || type === 'number')
    return fc.integer({ min: minimum, max: Math.min(maximum, minimum + 20) });
  return textOf(schema, known, name);
}

function textOf({ format, type }: Schema, known: Known, name: string): fc.Arbitrary<unknown> {
  const { dates } = known;
  const mostly = (right: fc.Arbitrary<string>, wrong: fc.Arbitrary<string>) =>
    fc.oneof({ weight: 20, arbitrary: right }, { weight: 1, arbitrary: wrong });
  if (format === 'uuid') return idsFor(name, known);
  if (format === 'date') return mostly(fc.constantFrom(...dates), hostileDate);
  if (format === 'date-time')
    return mostly(fc.constantFrom(...dates.map((on) => `${on}T10:00:00Z`)), hostileInstant);
  if (type === 'string')
    return mostly(fc.constantFrom('Calm', 'A weekend at home', 'ünï', '16:00'), hostileText);
  return fc.oneof(idsFor(name, known), hostileValue);
}

function objectOf({ properties = {}, required = [] }: Schema, known: Known): fc.Arbitrary<unknown> {
  const members = Object.entries(properties).map(([name, each]) => {
    const present = required.includes(name) ? 60 : 1;
    return fc.option(
      valueOf(each, known, name).map((value) => [name, value] as const),
      { freq: present },
    );
  });
  return fc.tuple(...members).map((given) => Object.fromEntries(given.filter((member) => member !== null)));
}

const oddHeaders = fc.oneof(
  { weight: 12, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('"1"', '*', 'W/"2"', '"99999999999"', 'x', '')
      .map((etag) => ({ 'if-match': etag })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('k', 'k', 'x'.repeat(201), ' ', "';--", 'é')
      .map((key) => ({ 'idempotency-key': key })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('Bearer x', 'Basic Og==', '', 'Bearer ')
      .map((authorization) => ({ authorization })),
  },
  { weight: 1, arbitrary: fc.constantFrom('text/html', 'image/png', ';;;').map((accept) => ({ accept })) },
);
