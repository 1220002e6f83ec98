import { Problem } from '../platform/problem';

/** 403: the file is not open for this person, or not any more. */
export class FileClosed extends Problem {
  readonly status = 403;
  readonly title = 'This file is closed';

  constructor(youngPersonId: string) {
    super(
      `A file is open for an hour, to whoever said why. Open it with a reason at /young-people/${youngPersonId}/opening, ` +
        `or by POST /api/young-people/${youngPersonId}/opening.`,
    );
  }
}
