import fc from 'fast-check';
import type { Sent } from '../keep-alive';
import { hostileBody, hostileMember, hostileValue } from './hostile';
import type { Operation } from './operations';
import { idsFor, valueOf, type Known } from './values';

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
  const odd = fc.constantFrom('limit=x', 'cursor=%00', 'a[b]=1', '__proto__[a]=1', 'from=%zz');
  const more = fc.oneof({ weight: 15, arbitrary: fc.constant('') }, { weight: 1, arbitrary: odd });
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
