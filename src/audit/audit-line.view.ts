import { sayMoment } from '../domain/say-moment';
import { actionWords } from '../platform/audit/action-words';
import type { Recorded } from '../platform/audit/audit-reader';
import { pageWords } from '../platform/audit/page-words';
import { whoWords } from '../platform/audit/who-words';
import { changesOf, type Change } from './difference.view';

export interface AuditLine {
  readonly number: number;
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly tone: string;
  readonly about: { readonly text: string; readonly youngPersonId: string } | undefined;
  readonly why: string | undefined;
  readonly where: string | undefined;
  readonly changes: readonly Change[];
  readonly requestId: string | null;
}

export function auditLine(entry: Recorded, called: ReadonlyMap<string, string>): AuditLine {
  const { id, at, action, youngPersonId, reason, requestId } = entry;
  const about = youngPersonId ? called.get(youngPersonId) : undefined;
  return {
    number: id,
    when: sayMoment(at),
    who: whoWords(entry),
    what: whatOf(entry),
    tone: action.endsWith('.refused') ? 'bad' : 'quiet',
    about: about && youngPersonId ? { text: about, youngPersonId } : undefined,
    why: reason ?? undefined,
    where: partOf(entry, 'route'),
    changes: action === 'file.looked-at' ? [] : changesOf(entry.before, entry.after, called),
    requestId,
  };
}

function whatOf(entry: Recorded): string {
  const what = actionWords(entry.action);
  const route = partOf(entry, 'route');
  return entry.action === 'file.looked-at' && route ? `${what}: ${pageWords(route)}` : what;
}

function partOf({ after }: Recorded, name: string): string | undefined {
  const part = (after as Readonly<Record<string, unknown>> | null)?.[name];
  return typeof part === 'string' ? part : undefined;
}
