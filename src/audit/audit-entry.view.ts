import { actionWords } from '../platform/audit/action-words';
import type { Recorded } from '../platform/audit/audit-reader';

export interface AuditEntryView {
  readonly id: number;
  readonly at: Date;
  readonly actor: { readonly id: string | null; readonly name: string; readonly role: string };
  readonly action: string;
  /** The action in words. */
  readonly what: string;
  readonly unitId: string | null;
  readonly youngPersonId: string | null;
  readonly subjectId: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
  readonly requestId: string | null;
}

export function auditEntryView(entry: Recorded): AuditEntryView {
  const { id, at, actorId, actorName, actorRole, action, unitId, youngPersonId, subjectId } = entry;
  const { before, after, reason, requestId } = entry;
  return {
    ...{ id, at, actor: { id: actorId, name: actorName, role: actorRole } },
    ...{ action, what: actionWords(action), unitId, youngPersonId, subjectId },
    ...{ before, after, reason, requestId },
  };
}
