import type {} from 'multer';
import type { Person } from './actor';
import type { Alarm } from './page';
import type { Problem } from './problem';

declare global {
  namespace Express {
    interface Request {
      /** Who is signed in; set by the session middleware. */
      person?: Person;
      /** Why the token that was sent lets nobody in. */
      refusal?: Problem;
      /** What this person is told on every page until it is dealt with. */
      alarms?: readonly Alarm[];
    }
  }
}
