import type { Recorded } from '../platform/audit/audit-reader';
import { isId } from '../platform/sent-form';

/** What says something of an entry and nothing of who somebody is. */
const OPEN = new Set([
  ...['route', 'status', 'findings', 'times', 'found', 'kind', 'outcome', 'support', 'urgency', 'solo'],
  ...['arrivesOn', 'departsOn', 'arrivedAt', 'departedAt', 'holdExpiresAt', 'requestedOn'],
  ...[
    'startsOn',
    'endsOn',
    'fromOn',
    'toOn',
    'reviewOn',
    'on',
    'earliest',
    'latest',
    'nights',
    'nightsAgreed',
  ],
]);
const CODE_OR_DATE = /^[a-z]+(-[a-z0-9]+)*$|^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/;
const ROUTE = /^[A-Z]+ \/[\w/:.*-]*$/;

/**
 * An entry for somebody who may not know names: the words people wrote, and everything but codes, dates and counts, may
 * name a child. The product's own words about a refusal never do.
 */
export function withheld(entry: Recorded): Recorded {
  const { action, youngPersonId, subjectId, reason } = entry;
  const isOpenSubject = subjectId === youngPersonId || /^(person|sign-in)\./.test(action);
  return {
    ...entry,
    subjectId: isOpenSubject ? subjectId : null,
    before: openPart(entry.before),
    after: openPart(entry.after),
    reason: action === 'access.refused' ? reason : null,
  };
}

function openPart(shape: unknown): unknown {
  if (typeof shape !== 'object' || shape === null || Array.isArray(shape)) return null;
  const parts = Object.entries(shape).filter(([name, value]) => OPEN.has(name) && isOpen(value));
  return parts.length > 0 ? Object.fromEntries(parts) : null;
}

function isOpen(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isOpen);
  if (typeof value === 'string') return (CODE_OR_DATE.test(value) && !isId(value)) || ROUTE.test(value);
  return value === null || typeof value === 'number' || typeof value === 'boolean';
}
