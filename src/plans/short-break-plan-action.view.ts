import { fullName } from '../domain/full-name';
import type { FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import type { PlanChoices } from './plan-acts.service';
import { sayPlanDays } from './plan-card.view';
import { PLAN_ACTION_WORDS, type FormedPlanAction } from './short-break-plan-action-words';

interface Filling {
  readonly sent: SentForm;
  readonly errors: readonly FieldError[];
  readonly key: string;
}

export function planActionView(
  name: FormedPlanAction,
  { page, endings }: PlanChoices,
  { sent, errors, key }: Filling,
) {
  const { file, youngPerson, today } = page;
  const { id, version, startsOn, endsOn } = file.plan;
  const { title, button, isWarning } = PLAN_ACTION_WORDS[name];
  return {
    ...{ name, title, button, isWarning, errors },
    endings: endings && { ...endings, plans: [] },
    caption: `${fullName(youngPerson)}, ${sayPlanDays(startsOn, endsOn, today)}`,
    back: { text: 'Back to the plan', href: `/short-break-plans/${id}` },
    action: `/short-break-plans/${id}/${name}`,
    hidden: [
      { name: 'key', value: key },
      { name: 'version', value: String(version) },
      ...(endings?.ids ?? []).map((value) => ({ name: 'expects', value })),
    ],
    endsStays: (endings?.stays.length ?? 0) > 0 || (endings?.stayed.length ?? 0) > 0,
    form: {
      consentBy: typed(sent, 'consentBy'),
      consentHow: typed(sent, 'consentHow'),
      consentOn: 'consentOn' in sent ? typed(sent, 'consentOn') : today,
      on: 'on' in sent ? typed(sent, 'on') : today,
      reason: typed(sent, 'reason'),
    },
  };
}
