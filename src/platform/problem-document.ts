import { HttpException } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import type { Person } from './actor';
import { sayFindings, type SaidFinding } from './said-finding';
import { Misshapen, Problem, Refused, type FieldError } from './problem';

/** RFC 9457. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  readonly findings?: readonly SaidFinding[];
  readonly [also: string]: unknown;
}

/** PostgreSQL says the value itself cannot be read: out of range, bad text, bad date. */
const UNREADABLE_VALUE = ['22003', '22007', '22008', '22021', '22P02', '22P05'];

export function problemDocument(error: unknown, reader: Person | undefined): ProblemDocument {
  if (error instanceof Refused)
    return { ...base(error), findings: sayFindings(error.findings, reader), ...error.also };
  if (error instanceof Misshapen) return { ...base(error), errors: error.errors };
  if (error instanceof Problem) return base(error);
  if (error instanceof HttpException && error.getStatus() < 500)
    return fromFramework(error.getStatus(), error.message);
  const status = statusOf(error);
  if (status !== undefined && status >= 400 && status < 500) return fromFramework(status, messageOf(error));
  if (isUnreadableValue(error))
    return fromFramework(400, 'A value in the request is out of range or cannot be read.');
  return fromFramework(500, 'Something went wrong on our side. It has been logged. Nothing was half-done.');
}

function base({ title, status, detail }: Problem): ProblemDocument {
  return { type: 'about:blank', title, status, detail };
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is not right',
  404: 'Not found',
  405: 'That is not done here',
  413: 'Too large',
  415: 'Wrong kind of content',
  500: 'Something went wrong',
};

/** What could not be read at all is wrong as a whole: an empty pointer (RFC 6901). */
function fromFramework(status: number, detail: string): ProblemDocument {
  const title = TITLES[status] ?? 'The request is not right';
  const errors = status === 400 ? { errors: [{ pointer: '', detail }] } : {};
  return { type: 'about:blank', title, status, detail, ...errors };
}

/** body-parser, multer and the router throw plain errors that carry their status. */
function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('status' in error && typeof error.status === 'number') return error.status;
  if (error instanceof Error && error.name === 'MulterError')
    return 'code' in error && error.code === 'LIMIT_FILE_SIZE' ? 413 : 400;
  return error instanceof URIError ? 400 : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'The request cannot be read.';
}

function isUnreadableValue(error: unknown): boolean {
  return (
    error instanceof QueryFailedError &&
    UNREADABLE_VALUE.includes((error.driverError as { code?: string }).code ?? '')
  );
}
