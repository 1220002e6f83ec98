import type {} from 'multer';
import type { SessionEnd } from '../domain/session-end';
import type { Person } from './actor';
import type { Alarm } from './page';
import type { Problem } from './problem';

interface PageSession {
  readonly token: string;
  readonly endsAt: Date;
  readonly leftSeconds: number;
  /** Whether nothing can put its end off. */
  readonly isFinal: boolean;
}

declare global {
  namespace Express {
    interface Request {
      /** Who is signed in; set by the session middleware. */
      person?: Person;
      /** The session of a browser that asked with its cookie, and when it ends if nothing more is done. */
      pageSession?: PageSession;
      /** Why the session this browser still holds is none any longer. */
      sessionEnd?: SessionEnd;
      /** What stands for this browser while nobody has signed in. */
      visitor?: string;
      /** Why the token that was sent lets nobody in. */
      refusal?: Problem;
      /** What this person is told on every page until it is dealt with. */
      alarms?: readonly Alarm[];
    }
  }
}
