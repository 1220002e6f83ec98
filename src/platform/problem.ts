import type { Finding } from '../domain/findings';
import { noted } from './request-context';

/** A request that cannot be carried out as asked; anything else thrown is a bug. */
export abstract class Problem extends Error {
  abstract readonly status: number;
  abstract readonly title: string;
  /** What the answer says beside its body. */
  readonly headers: Readonly<Record<string, string>> = {};

  constructor(readonly detail: string) {
    super(detail);
    const notes = noted();
    if (notes) notes.no = this;
  }
}

export interface FieldError {
  /** JSON pointer into the body, such as `/stays/0/arrivesOn`. */
  readonly pointer: string;
  readonly detail: string;
}

/** 400: the shape of what was sent is wrong, field by field. */
export class Misshapen extends Problem {
  readonly status = 400;
  readonly title = 'Some of what was sent is not right';

  constructor(readonly errors: readonly FieldError[]) {
    super(errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join(' '));
  }

  static at(pointer: string, detail: string): Misshapen {
    return new Misshapen([{ pointer, detail }]);
  }
}

/** 401: nobody is signed in. */
export class NotSignedIn extends Problem {
  readonly status = 401;
  readonly title: string = 'Sign in first';
  override readonly headers: Readonly<Record<string, string>> = { 'WWW-Authenticate': 'Bearer' };
}

/** 401: an access token that opens nothing. */
export class BadToken extends NotSignedIn {
  override readonly title = 'That token is not good';
  override readonly headers = { 'WWW-Authenticate': 'Bearer error="invalid_token"' };
}

/** 403: the council knows this person, and nothing here is theirs to use. */
export class NotLetIn extends Problem {
  readonly status = 403;
  readonly title = 'You cannot sign in here';
}

/** 403: this person's role does not allow it. */
export class NotAllowed extends Problem {
  readonly status = 403;
  readonly title = 'Your role does not allow this';
}

/** 403: a form that no page of this session sent. */
export class FormNotOurs extends Problem {
  readonly status = 403;
  readonly title = 'This form cannot be taken';
}

/** 404: no such thing, or not one this person may know of. */
export class NotThere extends Problem {
  readonly status = 404;
  readonly title = 'Not found';
}

/** 409: the rules or the state of the diary say no; findings say why. */
export class Refused extends Problem {
  readonly status = 409;
  readonly title = 'This cannot be done as asked';

  constructor(
    detail: string,
    readonly findings: readonly Finding[] = [],
    /** Further members of the problem object, such as `stays` in the way. */
    readonly also: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
  }
}

/** 410: there was such a thing, and there will not be again. */
export class Gone extends Problem {
  readonly status = 410;
  readonly title = 'No longer here';
}

/** 412: somebody changed it since it was read. */
export class Stale extends Problem {
  readonly status = 412;
  readonly title = 'Somebody changed this since you read it';
}

/** 422: the same idempotency key came with another body. */
export class KeyUsedOtherwise extends Problem {
  readonly status = 422;
  readonly title = 'That idempotency key belongs to another request';
}

/** 503: something this needs, and that is not ours, cannot be reached. */
export class Unavailable extends Problem {
  readonly status = 503;
  readonly title = 'Not possible just now';
  override readonly headers = { 'Retry-After': '30' };
}

/** 429: too much was asked at once. */
export class TooMany extends Problem {
  readonly status = 429;
  readonly title = 'Too many requests';
  override readonly headers: Readonly<Record<string, string>>;

  constructor(
    detail: string,
    /** When it may be asked again. */
    readonly retryAfterSeconds: number,
  ) {
    super(detail);
    this.headers = { 'Retry-After': String(retryAfterSeconds) };
  }
}
