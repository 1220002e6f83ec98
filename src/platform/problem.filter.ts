import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { keptForm } from './kept-form';
import { Problem } from './problem';
import { problemDocument, type ProblemDocument } from './problem-document';
import { problemView } from './problem.view';

/** Every error leaves here: as `application/problem+json` for programs, as a page for people. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const document = problemDocument(error, request.person);
    if (error instanceof Problem && !response.headersSent) response.set(error.headers);
    if (document.status >= 500) this.log.error(error instanceof Error ? error.stack : error);
    if (response.headersSent) response.end();
    else if (request.path.startsWith('/api/') || !request.accepts('html')) sendDocument(response, document);
    else if (document.status === 401) askToSignIn(request, response);
    else
      response
        .status(document.status)
        .render('platform/views/problem', { ...problemView(document, request) });
  }
}

/** Back to the page one wanted; a form sent too late is kept, to be sent again. */
function askToSignIn(request: Request, response: Response): void {
  const { method, originalUrl } = request;
  const kept = keptForm(request);
  if (kept !== undefined)
    response
      .status(401)
      .render('accounts/views/sign-in', { title: 'Sign in', user: '', next: originalUrl, kept });
  else if (method !== 'GET' || originalUrl === '/') response.redirect(303, '/sign-in');
  else response.redirect(303, `/sign-in?next=${encodeURIComponent(originalUrl)}`);
}

function sendDocument(response: Response, document: ProblemDocument): void {
  response.status(document.status).type('application/problem+json').send(JSON.stringify(document));
}
