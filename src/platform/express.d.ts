import type {} from 'multer';
import type { Person } from './actor';

declare global {
  namespace Express {
    interface Request {
      /** Who is signed in; set by the session middleware. */
      person?: Person;
    }
  }
}
