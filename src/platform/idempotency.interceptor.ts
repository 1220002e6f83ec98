import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { EntityManager } from 'typeorm';
import { Database } from './database';
import { NOT_KEPT } from './not-kept';
import { KeyUsedOtherwise, Misshapen, Problem } from './problem';
import { problemDocument } from './problem-document';

interface FirstAnswer {
  readonly request: string;
  readonly bodyHash: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const CLAIM = `
  INSERT INTO idempotency_keys (account_id, key, request, body_hash) VALUES ($1, $2, $3, $4)
  ON CONFLICT DO NOTHING RETURNING key`;
const FIRST_ANSWER = `
  SELECT request, body_hash AS "bodyHash", status, headers, body FROM idempotency_keys
  WHERE account_id = $1 AND key = $2`;
const KEEP = `
  UPDATE idempotency_keys SET status = $3, headers = $4, body = $5 WHERE account_id = $1 AND key = $2`;

interface Handling {
  readonly handle: () => Promise<unknown>;
  /** A field of the answer that is said this once. */
  readonly notKept: string | undefined;
}

const LONGEST_KEY = 200;
const KEPT_HEADERS = ['etag', 'location'];

/**
 * `Idempotency-Key`: the key, the change and the answer are one transaction, so a retry waits for the first and then
 * reads its answer, refusals included; after a crash neither the key nor the change is there.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly database: Database) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const key = request.headers['idempotency-key'];
    if (key === undefined || !request.person || request.method === 'GET') return next.handle();
    if (typeof key !== 'string' || key.length === 0 || key.length > LONGEST_KEY)
      throw Misshapen.at('', `The Idempotency-Key header must have 1 to ${LONGEST_KEY} characters.`);
    const response = context.switchToHttp().getResponse<Response>();
    const notKept = Reflect.getMetadata(NOT_KEPT, context.getHandler()) as string | undefined;
    const handling = { handle: () => lastValueFrom<unknown>(next.handle()), notKept };
    return from(this.answerOnce([request.person.id, key], request, response, handling));
  }

  private async answerOnce(
    owner: readonly [accountId: string, key: string],
    request: Request,
    response: Response,
    { handle, notKept }: Handling,
  ): Promise<unknown> {
    const asked = { request: `${request.method} ${request.path}`, bodyHash: hashOf(request) };
    return this.database.transaction(async (tx) => {
      const claimed = await tx.query<unknown[]>(CLAIM, [...owner, asked.request, asked.bodyHash]);
      if (claimed.length === 0) return this.repeat(tx, owner, asked, response);
      const body = await this.attempt(request, response, handle);
      const headers = Object.fromEntries(KEPT_HEADERS.map((name) => [name, response.getHeader(name)]));
      await tx.query(KEEP, [
        ...owner,
        response.statusCode,
        JSON.stringify(headers),
        JSON.stringify(body ?? null, (name, value: unknown) => (name === notKept ? undefined : value)),
      ]);
      return body;
    });
  }

  private async repeat(
    tx: EntityManager,
    owner: readonly [string, string],
    asked: Pick<FirstAnswer, 'request' | 'bodyHash'>,
    response: Response,
  ): Promise<unknown> {
    const [first] = await tx.query<FirstAnswer[]>(FIRST_ANSWER, [...owner]);
    if (first?.request !== asked.request || first.bodyHash !== asked.bodyHash)
      throw new KeyUsedOtherwise('Send a new Idempotency-Key with a new request.');
    response.status(first.status).setHeader('Idempotent-Replay', 'true');
    if (first.status >= 400) response.type('application/problem+json');
    for (const [name, value] of Object.entries(first.headers)) response.setHeader(name, value);
    return first.body;
  }

  /** A refusal is an answer too: what it began is rolled back to a savepoint and its words are kept. */
  private async attempt(
    request: Request,
    response: Response,
    handle: () => Promise<unknown>,
  ): Promise<unknown> {
    try {
      return await this.database.transaction(handle);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const document = problemDocument(error, request.person);
      response.status(document.status).type('application/problem+json');
      return document;
    }
  }
}

function hashOf(request: Request): string {
  const hash = createHash('sha256').update(JSON.stringify(request.body ?? null));
  if (request.file) hash.update(request.file.buffer);
  return hash.digest('hex');
}
