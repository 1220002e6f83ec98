import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Person } from './actor';
import { NotSignedIn } from './problem';

/** The signed-in person, as a parameter of a route. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Person => {
  const { person } = context.switchToHttp().getRequest<Request>();
  if (!person) throw new NotSignedIn('Sign in first.');
  return person;
});
