/** Something an address, its query or its body names. */
export interface Named {
  readonly noun: string;
  readonly id: string;
}

/** What the fields of queries, bodies and forms name, and the addresses’ own parameters beside `:id`. */
const NOUNS: Readonly<Record<string, string>> = {
  ...{ unitId: 'units', unit: 'units', elsewhere: 'units', roomId: 'rooms', room: 'rooms' },
  ...{ youngPersonId: 'young-people', youngPersonIds: 'young-people', youngPerson: 'young-people' },
  ...{ siblingIds: 'young-people', mayLeaveOut: 'young-people', leaveOut: 'young-people' },
  ...{ with: 'young-people', pair: 'young-people' },
  ...{ familyId: 'families', family: 'families', casPlanId: 'cas-plans' },
  ...{ revisesId: 'short-break-plans', revises: 'short-break-plans', decisionId: 'solo-decisions' },
  ...{ stayId: 'stays', stay: 'stays', withStayId: 'stays', displace: 'stays' },
  ...{ requestId: 'requests', requestIds: 'requests', request: 'requests', claimIds: 'emergency-claims' },
};

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/**
 * Every id that something sent names under a name we know, however deep and whatever stands around it: forms are read
 * generously, and a pair of young people is two ids in one field. What is no id is nobody’s.
 */
export function idsIn(sent: unknown): Named[] {
  if (Array.isArray(sent)) return sent.flatMap(idsIn);
  if (typeof sent !== 'object' || sent === null) return [];
  return Object.entries(sent).flatMap(([name, value]): Named[] => {
    const noun = Object.hasOwn(NOUNS, name) ? NOUNS[name] : undefined;
    const values: unknown[] = Array.isArray(value) ? value : [value];
    const named = noun === undefined ? [] : values.flatMap(idsWithin).map((id) => ({ noun, id }));
    return [...named, ...values.flatMap(idsIn)];
  });
}

/** As whoever reads the field finds it: without what no text may hold. */
function idsWithin(value: unknown): string[] {
  if (typeof value !== 'string') return [];
  return [...value.replaceAll('\0', '').matchAll(ID)].map(([id]) => id.toLowerCase());
}
