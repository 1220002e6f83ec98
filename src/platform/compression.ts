import compression from 'compression';
import type { Request, RequestHandler } from 'express';

/**
 * Answers are packed on their way to people and programs of ours. Where another site had a browser ask they are not: how
 * far an answer shrinks would tell that site, guess by guess, what stands in it (BREACH). Nor are streams, which must
 * leave at once.
 */
export const packAnswers: RequestHandler = compression({
  filter: (request: Request, response) =>
    isAskedByOurs(request) &&
    !String(response.getHeader('Content-Type')).startsWith('text/event-stream') &&
    compression.filter(request, response),
});

/** No other site can send a program's token, nor say that the browser's own page asks. */
function isAskedByOurs(request: Request): boolean {
  const by = request.get('Sec-Fetch-Site');
  return by === 'same-origin' || by === 'none' || request.get('Authorization') !== undefined;
}
