import type { NextFunction, Request, Response } from 'express';
import type { Person } from './actor';
import { sessionView, type SessionView } from './session.view';
import { formTokenFor } from './form-token';
import { nonceOf } from './headers';
import { breadcrumbs, type Crumb } from './breadcrumbs';
import { isAt, placesFor, type Place } from './navigation';
import { ROLE_NAMES } from './role-names';

/** Something left undone that concerns everybody in the unit. */
export interface Alarm {
  readonly words: string;
  readonly link: { readonly text: string; readonly href: string };
}

/** What the layout of every page needs; templates read it as `page`. */
interface Page {
  readonly productName: string;
  readonly path: string;
  readonly person: Person | undefined;
  readonly roleName: string | undefined;
  readonly navigation: readonly (Place & { readonly isCurrent: boolean })[];
  /** The way from home to this page, which may say what it stands below; its links keep the unit. */
  readonly breadcrumbs: (back: Crumb | undefined, keep: string) => readonly Crumb[];
  /** The unit chosen by `?unit=`, kept in the links of the navigation. */
  readonly unitId: string | undefined;
  readonly alarms: readonly Alarm[];
  /** What shows that a form came from this page; put into each by itself. */
  readonly formToken: string;
  /** When the reader's session ends; none where nobody is signed in. */
  readonly session: SessionView | undefined;
  /** What a script of the page has to show. */
  readonly nonce: string;
}

/** Gives `page` to every view; looked up only when one is drawn, once it is known who is signed in. */
export function givePage(request: Request, response: Response, next: NextFunction): void {
  Object.defineProperty(response.locals, 'page', { enumerable: true, get: () => pageOf(request, response) });
  next();
}

function pageOf(request: Request, response: Response): Page {
  const { path, person, query, alarms = [] } = request;
  return {
    productName: 'Short breaks',
    path,
    person,
    roleName: person && ROLE_NAMES[person.role],
    navigation: placesFor(person).map((place) => ({ ...place, isCurrent: isAt(place.href, path) })),
    breadcrumbs: (back, keep) => breadcrumbs(person, path, back, keep),
    unitId: unitIdOf(query['unit']),
    alarms,
    session: sessionView(request),
    nonce: nonceOf(response),
    get formToken() {
      return formTokenFor(request, response);
    },
  };
}

function unitIdOf(unit: unknown): string | undefined {
  return typeof unit === 'string' && /^[0-9a-f-]{36}$/i.test(unit) ? unit : undefined;
}
