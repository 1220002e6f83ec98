import { isId } from '../sent-form';
import type { About } from './about';

/** What addresses, bodies and forms call a child, a family and a unit. */
const CHILD = ['youngPersonId', 'youngPersonIds', 'youngPerson', 'with'];
const FAMILY = ['familyId', 'family'];
const UNIT = ['unitId', 'unit'];

/** Nobody asks about more at once; whoever sends thousands of ids shall not write thousands of entries. */
const MOST = 20;

/** The ids in what somebody sent, whether there is anything by them or not. */
export function givenIds(...sent: readonly unknown[]): About {
  const parts = sent.flatMap((each) => [each, ...partsOf(each, 'stays'), ...partsOf(each, 'child')]);
  const ids = (names: readonly string[]) => {
    const found = parts.flatMap((part) => names.flatMap((name) => partsOf(part, name)));
    const texts = found.filter((id): id is string => typeof id === 'string' && isId(id));
    return [...new Set(texts.map((id) => id.toLowerCase()))].slice(0, MOST);
  };
  return { unitIds: ids(UNIT), familyIds: ids(FAMILY), youngPersonIds: ids(CHILD) };
}

function partsOf(sent: unknown, name: string): unknown[] {
  if (typeof sent !== 'object' || sent === null || !Object.hasOwn(sent, name)) return [];
  return [(sent as Readonly<Record<string, unknown>>)[name]].flat();
}
