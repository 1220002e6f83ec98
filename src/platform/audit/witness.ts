import { Injectable, Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { Person } from '../actor';
import { Database } from '../database';
import { noted } from '../request-context';
import { AuditTrail, type AuditEntry } from './audit-trail';
import { Looks } from './looks';
import { Refusals } from './refusals';

/**
 * Stands where answers leave. Whatever shows a child's file waits until the look is committed, and is not shown when it
 * cannot be; refusals are written down the same way, from wherever they were said, but said in any case.
 */
@Injectable()
export class Witness {
  private readonly log = new Logger('Audit');

  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly looks: Looks,
    private readonly refusals: Refusals,
  ) {}

  /** Express middleware. */
  readonly watch = (request: Request, response: Response, next: NextFunction): void => {
    const send = response.send.bind(response);
    let hasPassed = false;
    response.send = (body?: unknown): Response => {
      const told = hasPassed ? undefined : this.told(request, response, body);
      hasPassed = true;
      if (!told) return send(body);
      told.then(
        () => send(body),
        (error: unknown) => {
          response.removeHeader('ETag');
          next(error);
        },
      );
      return response;
    };
    next();
  };

  /** `undefined` when there is nothing to tell. */
  private told(request: Request, response: Response, body: unknown): Promise<void> | undefined {
    const { person } = request;
    const notes = noted();
    if (!person || !notes) return undefined;
    const { statusCode } = response;
    if (this.looks.isDue(request, statusCode, notes))
      return this.write(person, () => this.looks.entriesOf(request, { statusCode, notes, body }));
    if (!this.refusals.isDue(request, response)) return undefined;
    return this.write(person, () => this.refusals.entriesOf(request, statusCode, notes.no)).catch(
      (error: unknown) => this.log.error(error instanceof Error ? error.stack : error),
    );
  }

  /** Apart from whatever the request changed: that is committed or undone by now. */
  private async write(by: Person, entriesOf: () => Promise<AuditEntry[]>): Promise<void> {
    await this.database.apart(async (manager) => {
      await this.audit.record(manager, by, ...(await entriesOf()));
    });
  }
}
