import type { Request } from 'express';
import { ownPath } from './own-path';
import type { ProblemDocument } from './problem-document';
import type { SaidFinding } from './said-finding';

interface ProblemView {
  readonly title: string;
  readonly isProblem: true;
  readonly status: number;
  readonly detail: string | undefined;
  readonly mistakes: readonly string[];
  readonly findings: readonly SaidFinding[];
  readonly wayBack: { readonly text: string; readonly href: string };
}

/** A problem as a page: the same facts as the document, and a way on. */
export function problemView(document: ProblemDocument, request: Request): ProblemView {
  const { title, status, detail, errors = [], findings = [] } = document;
  return {
    ...(isUnknownAddress(document)
      ? NO_SUCH_PAGE
      : { title, detail: errors.length > 0 ? undefined : detail }),
    isProblem: true,
    status,
    mistakes: errors.map((error) => error.detail),
    findings,
    wayBack: wayBack(request),
  };
}

const NO_SUCH_PAGE = {
  title: 'Page not found',
  detail: 'There is no page at this address. If you typed it, check that it is right.',
};

/** The router's own words, meant for programs. */
function isUnknownAddress({ status, detail }: ProblemDocument): boolean {
  return status === 404 && detail.startsWith('Cannot ');
}

function wayBack(request: Request): ProblemView['wayBack'] {
  const from = cameFrom(request);
  if (from) return { text: 'Go back to the page before', href: from };
  return request.person ? { text: 'Go to the start page', href: '/' } : { text: 'Sign in', href: '/sign-in' };
}

/** The page of ours this request came from, unless it is the one that failed. */
function cameFrom(request: Request): string | undefined {
  const { referer, host } = request.headers;
  if (!referer || !URL.canParse(referer)) return undefined;
  const url = new URL(referer);
  const path = `${url.pathname}${url.search}`;
  return url.host === host && path !== request.originalUrl ? ownPath(path) : undefined;
}
