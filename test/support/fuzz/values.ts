import fc from 'fast-check';
import { hostileDate, hostileInstant, hostileText, hostileValue } from './hostile';
import type { Schema } from './operations';

/** What there is to name: ids of this unit and of others, and of none. */
export interface Known {
  readonly units: readonly string[];
  readonly rooms: readonly string[];
  readonly youngPeople: readonly string[];
  readonly families: readonly string[];
  readonly stays: readonly string[];
  readonly requests: readonly string[];
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
  [/request|series/i, 'requests'],
];

export function idsFor(name: string, known: Known): fc.Arbitrary<string> {
  const { units, rooms, youngPeople, families, stays, requests } = known;
  const all = fc.constantFrom(...units, ...rooms, ...youngPeople, ...families, ...stays, ...requests);
  const kind = ABOUT.find(([about]) => about.test(name))?.[1];
  const fitting = kind ? fc.constantFrom(...known[kind]) : all;
  return fc.oneof(
    { weight: 12, arbitrary: fitting },
    { weight: 1, arbitrary: all },
    { weight: 1, arbitrary: fc.uuid() },
  );
}

/** Mostly what the schema asks for, so that what is wrong is met deep inside. */
export function valueOf(schema: Schema, known: Known, name: string): fc.Arbitrary<unknown> {
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
    const isRequired = required.includes(name);
    const value = valueOf(each, known, name);
    const given = isRequired ? value : fc.option(value, { freq: 5 });
    return fc.option(
      given.map((said) => [name, said] as const),
      { freq: isRequired ? 60 : 1 },
    );
  });
  return fc.tuple(...members).map((given) => Object.fromEntries(given.filter((member) => member !== null)));
}
