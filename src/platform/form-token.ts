import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { typed, type SentForm } from './sent-form';

/** The field every form carries, and the header a script may send instead. */
export const FORM_TOKEN = 'formToken';
const HEADER = 'x-form-token';

/** Before anybody has signed in: it stands for the browser alone. */
const VISITOR = '__Host-short-breaks-visitor';

/** Kept by the browser for this product alone, never shown to a script, never sent along by another site's form. */
export const CARRIED = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const;

/**
 * What only a page of this session can hold: it is reckoned from the session's secret, so nothing is kept and every
 * process knows it. Its second part says whose form it is, without saying who.
 */
export function formToken(secret: string, accountId = ''): string {
  return `${mac(secret, 'a form of this session')}.${whose(accountId)}`;
}

/** The token of the page being drawn. */
export function formTokenFor(request: Request, response: Response): string {
  const { pageSession, person } = request;
  if (pageSession) return formToken(pageSession.token, person?.id);
  return formToken((request.visitor ??= visitorOf(request) ?? newVisitor(response)));
}

/** Whether a form came from a page of ours that this browser had. */
export function isFromOurPage(request: Request, isForAnyone: boolean): boolean {
  const { pageSession, person } = request;
  const visitor = visitorOf(request);
  const sent = Buffer.from(formTokenIn(request));
  return [
    ...(pageSession ? [formToken(pageSession.token, person?.id)] : []),
    ...(isForAnyone && visitor ? [formToken(visitor)] : []),
  ].some((token) => sent.length === token.length && timingSafeEqual(sent, Buffer.from(token)));
}

export function formTokenIn({ headers, body }: Request): string {
  const header = headers[HEADER];
  return typeof header === 'string' ? header : typed((body ?? {}) as SentForm, FORM_TOKEN);
}

/** Whether the form was drawn for this account, in whichever session. */
export function isFormOf(token: string, accountId: string): boolean {
  return token.split('.')[1] === whose(accountId);
}

export function visitorOf(request: Request): string | undefined {
  return cookieIn(request, VISITOR);
}

export function cookieIn({ headers }: Request, name: string): string | undefined {
  return new RegExp(`(?:^|;\\s*)${name}=([\\w-]{20,100})(?:;|$)`).exec(headers.cookie ?? '')?.[1];
}

function newVisitor(response: Response): string {
  const visitor = randomBytes(24).toString('base64url');
  response.cookie(VISITOR, visitor, CARRIED);
  return visitor;
}

const whose = (accountId: string): string => mac(accountId, 'whose form this is').slice(0, 22);

function mac(key: string, words: string): string {
  return createHmac('sha256', key).update(words).digest('base64url');
}
