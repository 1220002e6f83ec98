import { fullName } from '../domain/full-name';
import { sayMoment } from '../domain/say-moment';
import { pageWords } from '../platform/audit/page-words';
import type { Recorded } from '../platform/audit/audit-reader';
import { whoWords } from '../platform/audit/who-words';
import type { LooksAt } from './looks.service';

export interface LookView {
  readonly at: Date;
  readonly actor: { readonly id: string | null; readonly name: string; readonly role: string };
  /** Which page, in words that name nobody. */
  readonly page: string;
}

export interface LookLine {
  readonly who: string;
  readonly page: string;
  readonly when: string;
}

interface LooksPage {
  readonly title: string;
  readonly caption: string;
  readonly back: { readonly text: string; readonly href: string };
  readonly looks: readonly LookLine[];
  readonly older: string | undefined;
  readonly auditHref: string;
}

export function lookView(entry: Recorded): LookView {
  const { at, actorId, actorName, actorRole } = entry;
  return { at, actor: { id: actorId, name: actorName, role: actorRole }, page: pageOf(entry) };
}

export function lookLine(entry: Recorded): LookLine {
  return { who: whoWords(entry), page: pageOf(entry), when: sayMoment(entry.at) };
}

/** @param mayKnow whether the reader may know whose file it is. */
export function looksPage({ youngPerson, looks }: LooksAt, mayKnow: boolean): LooksPage {
  const { id } = youngPerson;
  const auditHref = `/audit?youngPersonId=${id}`;
  return {
    title: 'Who has looked',
    caption: mayKnow ? fullName(youngPerson) : `Young person ${id.slice(0, 8)}`,
    back: mayKnow
      ? { text: fullName(youngPerson), href: `/young-people/${id}` }
      : { text: 'Audit trail', href: auditHref },
    looks: looks.items.map(lookLine),
    older: looks.nextCursor ? `/young-people/${id}/looks?cursor=${looks.nextCursor}` : undefined,
    auditHref,
  };
}

function pageOf({ after }: Recorded): string {
  const { route } = (after ?? {}) as { readonly route?: unknown };
  return pageWords(typeof route === 'string' ? route : '');
}
