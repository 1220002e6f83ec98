import {
  createParamDecorator,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { tap, type Observable } from 'rxjs';
import type { Actor, Person } from './actor';
import { Misshapen, NotSignedIn } from './problem';

/** Who changes a record, and the row version they had read (`If-Match`); absent means whatever it is now. */
export interface Changer<Who extends Actor = Person> {
  readonly by: Who;
  readonly readAt?: number;
}

export const ChangedBy = createParamDecorator((_: unknown, context: ExecutionContext): Changer => {
  const { person, headers } = context.switchToHttp().getRequest<Request>();
  if (!person) throw new NotSignedIn('Sign in first.');
  const given = headers['if-match'];
  if (given === undefined || given === '*') return { by: person };
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(given)?.[1];
  if (version === undefined) throw Misshapen.at('', 'If-Match must be an ETag we gave, such as "3".');
  return { by: person, readAt: Number(version) };
});

/** Answers carry their record's row version as ETag. */
@Injectable()
export class EtagInterceptor implements NestInterceptor<{ readonly version?: number }> {
  intercept(
    context: ExecutionContext,
    next: CallHandler<{ readonly version?: number }>,
  ): Observable<{ readonly version?: number }> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      tap(({ version }) => {
        if (version !== undefined) response.setHeader('ETag', `"${version}"`);
      }),
    );
  }
}
