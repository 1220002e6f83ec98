import fc from 'fast-check';

const SQL = ["'; DROP TABLE stays; --", "' OR '1'='1", '$1', '1; SELECT pg_sleep(9)', '%', '\\', "E'\\x00'"];

const UNICODE = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202Egnirts',
  'e\u0301'.repeat(99),
  '👨‍👩‍👧‍👦',
  '\ufeff',
  'ı',
  'ﬀ',
];

const DATES = [
  '0000-00-00',
  '0000-01-01',
  '0001-01-01',
  '1900-01-01',
  '2026-02-30',
  '2026-13-01',
  '9999-12-31',
  '10000-01-01',
  '-000001-01-01',
  '+275760-09-13',
  '2026-W13',
  '2026',
  'infinity',
  'today',
  '2026-03-29T00:00:00Z',
];

const INSTANTS = [
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59+14:00',
  '2026-03-29T24:00:00Z',
  '2026-03-29T01:30',
  'now',
];

const NUMBERS = [0, -0, -1, 0.5, 1e21, 1e308, -1e308, 2 ** 31, 2 ** 53, -(2 ** 63), 5e-324];

const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  '\u0000',
  'a.b',
  'a~/b',
];

export const hostileText = fc.oneof(
  fc.constantFrom(...SQL, ...UNICODE, ...DATES, ...INSTANTS, ''),
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.nat(20).map((power) => 'x'.repeat(2 ** Math.min(power, 16))),
);

export const hostileDate = fc.constantFrom(...DATES);

export const hostileInstant = fc.constantFrom(...INSTANTS);

const hostileKey = fc.oneof(fc.constantFrom(...KEYS), fc.string({ maxLength: 9 }));

/** Any JSON at all, and things only somebody who means harm would send. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom(...NUMBERS, null, true, false, [], {}),
  fc.array(hostileText, { maxLength: 3 }),
  fc.array(fc.constant(null), { minLength: 60, maxLength: 200 }),
  fc.dictionary(hostileKey, fc.jsonValue(), { maxKeys: 3 }),
  fc.jsonValue(),
);

/** A member of any name, also those objects have by themselves. */
export const hostileMember = fc.tuple(hostileKey, hostileValue);

/** Bodies that are no JSON object, or not what their header says. */
export const hostileBody: fc.Arbitrary<{ body: string | Buffer; type: string }> = fc.record({
  body: fc.oneof(
    fc.constantFrom(
      '',
      '{',
      '{"a":',
      'null',
      '[]',
      '"text"',
      '1',
      '{"a":1,}',
      '{"a":NaN}',
      '\ufeff{}',
      'a=1&b[c]=2',
    ),
    fc.constant(`${'['.repeat(20_000)}${']'.repeat(20_000)}`),
    fc.constant(`${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}`),
    fc.constant(`{"a":"${'x'.repeat(1_100_000)}"}`),
    fc.constant('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"a":1}}}'),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
  ),
  type: fc.constantFrom(
    'application/json',
    'application/json; charset=utf-7',
    'application/json; charset=',
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    '',
    '/',
  ),
});
