import { CAS_PLAN_CLOSED_REASONS } from '../domain/cas-plan';
import { CAS_PLAN_WORDS, CLOSED_REASON_WORDS } from '../domain/plan-words';
import type { Person } from '../platform/actor';
import type { FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { CAS_PLAN_ACTION_WORDS, type FormedCasPlanAction } from './cas-plan-action-words';
import type { CasPlanChoices } from './cas-plan-acts.service';
import { keyWorkerChoices, supportChoices } from './new-cas-plan.view';

interface Filling {
  readonly sent: SentForm;
  readonly errors: readonly FieldError[];
  readonly key: string;
  readonly today: string;
  readonly by: Person;
}

export function casPlanActionView(
  name: FormedCasPlanAction,
  { file, reference, endings, keyWorkers }: CasPlanChoices,
  { sent, errors, key, today, by }: Filling,
) {
  const { plan, keyWorkerName } = file;
  const { title, button, isWarning } = CAS_PLAN_ACTION_WORDS[name];
  const others = keyWorkerChoices(keyWorkers, by).filter(({ value }) => value !== plan.keyWorkerId);
  return {
    ...{ name, title, button, isWarning, errors, endings },
    caption: reference,
    back: { text: 'Back to the CAS plan', href: `/cas-plans/${plan.id}` },
    action: `/cas-plans/${plan.id}/${name}`,
    status: CAS_PLAN_WORDS[plan.status],
    keyWorkerName,
    hidden: [
      { name: 'key', value: key },
      { name: 'version', value: String(plan.version) },
      ...(endings?.ids ?? []).map((value) => ({ name: 'expects', value })),
    ],
    form: {
      text: typed(sent, 'text'),
      kind: typed(sent, 'kind'),
      fromOn: 'fromOn' in sent ? typed(sent, 'fromOn') : today,
      socialWorker: typed(sent, 'socialWorker'),
      keyWorkerId: typed(sent, 'keyWorkerId'),
      on: 'on' in sent ? typed(sent, 'on') : today,
      reason: typed(sent, 'reason'),
      words: typed(sent, 'words'),
    },
    supports: supportChoices(),
    reasons: CAS_PLAN_CLOSED_REASONS.map((value) => ({ value, text: CLOSED_REASON_WORDS[value] })),
    keyWorkers: [{ value: '', text: 'Choose' }, ...others],
  };
}
