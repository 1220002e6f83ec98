import type { Schema } from '../fuzz/operations';
import type { Laid } from '../need-to-know/laid';

/** A body of the right shape, whole down to its optional parts, about what was laid down. */
export function knownGood(schema: Schema, laid: Laid, name = ''): unknown {
  const { type, format, items, properties, oneOf, minimum = 0, minItems = 0 } = schema;
  if (schema.enum) return schema.enum[0];
  if (oneOf?.[0]) return knownGood(oneOf[0], laid, name);
  if (properties)
    return Object.fromEntries(
      Object.entries(properties).map(([each, of]) => [each, knownGood(of, laid, each)]),
    );
  if (type === 'array')
    return Array.from({ length: Math.max(1, minItems) }, () =>
      knownGood({ ...items, ...(format ? { format } : {}) }, laid, name),
    );
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return minimum;
  if (type === 'object') return {};
  return textOf(schema, laid, name);
}

function textOf({ format, pattern }: Schema, laid: Laid, name: string): string {
  if (format === 'uuid') return idFor(name, laid);
  if (format === 'date') return '2026-03-20';
  if (format === 'date-time') return '2026-03-11T11:00:00Z';
  return pattern ? '16:00' : 'A rest at home';
}

function idFor(name: string, { unitId, rooms, ids, people }: Laid): string {
  if (/unit/i.test(name)) return unitId;
  if (/room/i.test(name)) return rooms[0]?.id ?? '';
  const kind = (
    [
      [/famil/i, 'families'],
      [/stay|displace/i, 'stays'],
      [/casPlan/i, 'cas-plans'],
      [/plan/i, 'short-break-plans'],
      [/request/i, 'requests'],
    ] as const
  ).find(([about]) => about.test(name))?.[1];
  return (kind ? ids[kind][0]?.id : people[0]?.id) ?? '';
}
