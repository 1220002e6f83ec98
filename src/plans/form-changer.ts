import type { Person } from '../platform/actor';
import type { Changer } from '../platform/row-version';
import { typed, type SentForm } from '../platform/sent-form';

export const CHANGED_MEANWHILE =
  'Somebody changed this plan since you opened it. Read how it is now, then decide again.';

/** Who sends a form, and the version of the plan it was drawn from. */
export function changerOf(sent: SentForm, by: Person): Changer {
  const version = typed(sent, 'version');
  return { by, ...(/^\d{1,9}$/.test(version) ? { readAt: Number(version) } : {}) };
}
