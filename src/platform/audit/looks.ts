import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { About } from '../about/about';
import { givenIds } from '../about/given-ids';
import { Subjects } from '../about/subjects';
import type { Noted } from '../request-context';
import type { AuditEntry } from './audit-trail';
import { isReading, routeOf } from './route';

/** Lists of the API take an id or refuse it; of pages only these ask about somebody by one. */
const ASKED_BY_ID = /^\/api\/|^\/audit$|\/new$/;

/** How lists say that they show nobody. */
const SHOWS_NOBODY = '{"items":[],';

interface Answer {
  readonly statusCode: number;
  readonly notes: Noted;
  readonly body: unknown;
}

/**
 * What counts as a look at a child's file: reading an address about them, or a list asked for them by id. One entry a
 * child. Lists of the house's work (board, requests, tasks, reviews) are nobody's file; searches are entries of their own.
 */
@Injectable()
export class Looks {
  constructor(private readonly subjects: Subjects) {}

  /** Whether there is anything to find out about; told without asking the database. */
  isDue(request: Request, statusCode: number, notes: Noted): boolean {
    return notes.searches.length > 0 || notes.filesOf.length > 0 || isRead(request, statusCode);
  }

  async entriesOf(request: Request, { statusCode, notes, body }: Answer): Promise<AuditEntry[]> {
    const route = routeOf(request);
    const looks = isRead(request, statusCode) ? await this.looksOf(request, body) : [];
    const files = [...new Set(notes.filesOf)].map((id) => ({ youngPersonId: id, subjectId: id }));
    return [
      ...[...looks, ...files].map((look) => ({ action: 'file.looked-at', ...look, after: { route } })),
      ...notes.searches.map(({ words, youngPersonIds }) => ({
        action: 'people.searched',
        after: { route, words, found: youngPersonIds.length, youngPersonIds },
      })),
    ];
  }

  private async looksOf(request: Request, body: unknown): Promise<Omit<AuditEntry, 'action'>[]> {
    const { id } = request.params;
    const [at, asked] = [await this.subjects.of(request), await this.askedFor(request, body)];
    const unitId = unitOf(at) ?? unitOf(asked);
    const here = (at?.youngPersonIds ?? []).map((child) => ({
      ...{ youngPersonId: child, subjectId: typeof id === 'string' ? id.toLowerCase() : child, unitId },
    }));
    const others = (asked?.youngPersonIds ?? []).filter((child) => !at?.youngPersonIds.includes(child));
    return [...here, ...others.map((child) => ({ youngPersonId: child, subjectId: child, unitId }))];
  }

  private async askedFor({ query, path }: Request, body: unknown): Promise<About | undefined> {
    const asked = givenIds(query);
    const isAny = asked.youngPersonIds.length > 0 || asked.familyIds.length > 0;
    if (!isAny || !ASKED_BY_ID.test(path)) return undefined;
    if (typeof body === 'string' && body.startsWith(SHOWS_NOBODY)) return undefined;
    return this.subjects.given(asked);
  }
}

function isRead(request: Request, statusCode: number): boolean {
  const { params, query } = request;
  const mayBeOfSomebody = params['id'] !== undefined || Object.keys(query).length > 0;
  return isReading(request) && statusCode < 300 && mayBeOfSomebody;
}

/** The one unit something is about. */
export function unitOf(about: About | undefined): string | null {
  return about?.unitIds.length === 1 ? (about.unitIds[0] ?? null) : null;
}
