import type { NextFunction, Request, Response } from 'express';
import { Misshapen } from './problem';

const MOST_LEVELS = 20;

/** Of fields and things in lists together; a whole year booked at once has a tenth of them. */
const MOST_THINGS = 20_000;

/**
 * What looks at a body field by field would run out of stack in one nested without end, and say something of each field
 * of one that is endlessly wide; nothing of ours is either.
 */
export function refuseDeepBodies(request: Request, _response: Response, next: NextFunction): void {
  let level: unknown[] = [request.body];
  let things = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_LEVELS)
      throw Misshapen.at('', `The body is nested more than ${MOST_LEVELS} levels deep.`);
    level = level.flatMap((each): unknown[] =>
      typeof each === 'object' && each !== null ? Object.values(each) : [],
    );
    things += level.length;
    if (things > MOST_THINGS)
      throw Misshapen.at('', `The body holds more than ${MOST_THINGS.toLocaleString('en-GB')} things.`);
  }
  next();
}
