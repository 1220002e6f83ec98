import type { NextFunction, Request, Response } from 'express';
import { Misshapen } from './problem';

const MOST_LEVELS = 20;

/** What looks at a body field by field would run out of stack in one nested without end; nothing of ours is deep. */
export function refuseDeepBodies(request: Request, _response: Response, next: NextFunction): void {
  let level: unknown[] = [request.body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_LEVELS)
      throw Misshapen.at('', `The body is nested more than ${MOST_LEVELS} levels deep.`);
    level = level.flatMap((each): unknown[] =>
      typeof each === 'object' && each !== null ? Object.values(each) : [],
    );
  }
  next();
}
