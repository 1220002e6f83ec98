import { DECLINE_CODES, DECLINE_WORDS } from '../domain/decline-reasons';
import type { Person } from '../platform/actor';
import type { FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { FORM_WORDS, type FormAction } from './request-action-words';
import { requestFacts } from './request-facts.view';
import type { RequestPageFile } from './request-page-files.service';
import { requestHead } from './request-page.view';

interface Filling {
  readonly by: Person;
  readonly today: string;
  readonly key: string;
  readonly action: string;
  readonly sent: SentForm;
  readonly errors: readonly FieldError[];
}

const WORDS_LABELS: Readonly<Record<FormAction, { label: string; hint: string }>> = {
  waiting: {
    label: 'What should the worker know? (optional)',
    hint: 'They read it with the answer.',
  },
  decline: { label: 'In your own words', hint: 'The worker reads them. Needed for another reason.' },
  'refusal-of-offer': {
    label: 'Why do these dates not suit?',
    hint: 'The manager reads it. The request stays open for other dates.',
  },
  withdrawal: { label: 'Why? (optional)', hint: 'The manager reads it.' },
};

export function requestActionView(name: FormAction, file: RequestPageFile, filling: Filling) {
  const { by, today, sent, errors, key, action } = filling;
  const { title: who, ...head } = requestHead(file, by);
  return {
    ...head,
    ...FORM_WORDS[name],
    caption: who,
    back: { text: 'Back to the request', href: `/requests/${file.request.id}` },
    errors,
    action,
    key,
    facts: requestFacts(file, today).filter(({ key: fact }) => ['Nights', 'Why', 'Asked'].includes(fact)),
    reasons: name === 'decline' ? DECLINE_CODES.map((value) => ({ value, text: DECLINE_WORDS[value] })) : [],
    reason: typed(sent, 'reason'),
    words: { ...WORDS_LABELS[name], value: typed(sent, 'words') },
  };
}
