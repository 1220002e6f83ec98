import { ACTION_WORDS } from '../platform/audit/action-words';
import type { Recorded } from '../platform/audit/audit-reader';
import type { Listing } from '../platform/listing';
import type { FieldError } from '../platform/problem';
import { addressOf, type AuditForm } from './audit-form';
import { auditLine, type AuditLine } from './audit-line.view';
import type { Called } from './audit-people.service';

export interface Found {
  readonly form: AuditForm;
  readonly page: Listing<Recorded>;
  /** Whoever the words may mean, when they mean several. */
  readonly choices: readonly Called[];
  readonly called: ReadonlyMap<string, string>;
  readonly mayKnow: boolean;
  readonly errors: readonly FieldError[];
}

interface Item {
  readonly value: string;
  readonly text: string;
}

const ACTIONS: readonly Item[] = [
  { value: '', text: 'Anything' },
  ...Object.entries(ACTION_WORDS)
    .map(([value, text]) => ({ value, text }))
    .sort((one, other) => one.text.localeCompare(other.text, 'en-GB')),
];

export interface AuditPage {
  readonly title: string;
  readonly errors: readonly FieldError[];
  readonly form: AuditForm;
  readonly searchHint: string;
  readonly actions: readonly Item[];
  readonly about: { readonly text: string; readonly allHref: string } | undefined;
  readonly choices: readonly { readonly text: string; readonly href: string }[];
  readonly lines: readonly (AuditLine & { readonly aboutHref: string | undefined })[];
  readonly older: string | undefined;
  readonly isAsked: boolean;
}

export function auditPage({ form, page, choices, called, mayKnow, errors }: Found): AuditPage {
  const about = form.youngPersonId ? called.get(form.youngPersonId) : undefined;
  const hrefOf = (youngPersonId: string) => addressOf(form, { youngPersonId, search: '' });
  return {
    title: 'Audit trail',
    errors,
    form,
    searchHint: mayKnow
      ? 'Name or case reference; the spelling need not be exact'
      : 'The whole case reference. Your role is not shown names.',
    actions: ACTIONS,
    about: about ? { text: about, allHref: addressOf(form, { youngPersonId: '', search: '' }) } : undefined,
    choices: choices.map(({ id, text }) => ({ text, href: hrefOf(id) })),
    lines: page.items.map((entry) => {
      const line = auditLine(entry, called);
      return { ...line, aboutHref: line.about && hrefOf(line.about.youngPersonId) };
    }),
    older: page.nextCursor ? addressOf(form, { cursor: page.nextCursor }) : undefined,
    isAsked: Object.values(form).some((part: string) => part !== ''),
  };
}
