import type { Person } from '../platform/actor';
import type { Changer } from '../platform/row-version';
import { typed, type SentForm } from '../platform/sent-form';

/** Who sends a form, and the version of the plan it was drawn from. */
export function changerOf(sent: SentForm, by: Person): Changer {
  const version = typed(sent, 'version');
  return { by, ...(/^\d{1,9}$/.test(version) ? { readAt: Number(version) } : {}) };
}
