import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { keptFields, keptForm } from './kept-form';
import { FormNotOurs, TooMany } from './problem';
import { problemDocument, type ProblemDocument } from './problem-document';
import { problemView } from './problem.view';
import { whySignedOut } from './session-words';

/** Every error leaves here: as `application/problem+json` for programs, as a page for people. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const document = problemDocument(error, request.person);
    if (document.status >= 500) this.log.error(error instanceof Error ? error.stack : error);
    if (error instanceof TooMany && !response.headersSent)
      response.setHeader('Retry-After', error.retryAfterSeconds);
    if (response.headersSent) response.end();
    else if (request.path.startsWith('/api/') || !request.accepts('html')) sendDocument(response, document);
    else if (document.status === 401) askToSignIn(request, response);
    else if (!(error instanceof FormNotOurs && offerAgain(request, response)))
      response
        .status(document.status)
        .render('platform/views/problem', { ...problemView(document, request) });
  }
}

/** A form of this person's from before they last signed in: to be sent again by them, or not. */
function offerAgain(request: Request, response: Response): boolean {
  const { person, originalUrl } = request;
  const fields = keptFields(keptForm(request) ?? '', person?.id ?? '');
  if (!person || fields.length === 0) return false;
  const title = 'You have signed in again since you opened this page';
  response.status(403).render('accounts/views/carry-on', { title, next: originalUrl, fields });
  return true;
}

/** Back to the page one wanted; a form sent too late is kept, to be sent again. */
function askToSignIn(request: Request, response: Response): void {
  const { method, originalUrl } = request;
  const kept = keptForm(request);
  const because = whySignedOut(request.sessionEnd);
  if (kept !== undefined)
    response
      .status(401)
      .render('accounts/views/sign-in', { title: 'Sign in', user: '', next: originalUrl, kept, because });
  else if (method !== 'GET' || originalUrl === '/') response.redirect(303, '/sign-in');
  else response.redirect(303, `/sign-in?next=${encodeURIComponent(originalUrl)}`);
}

function sendDocument(response: Response, document: ProblemDocument): void {
  response.status(document.status).type('application/problem+json').send(JSON.stringify(document));
}
