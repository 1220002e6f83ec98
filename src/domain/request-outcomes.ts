import { DECLINE_CODES, type DeclineCode } from './decline-reasons';
import { REQUEST_STATUSES, type RequestStatus } from './request';
import type { RequestOnRecord } from './use-records';

interface Asked {
  readonly requests: number;
  /** Nights asked for, of every young person in them. */
  readonly nights: number;
}

export interface RequestOutcomes {
  readonly all: Asked;
  readonly byStatus: readonly ({ readonly status: RequestStatus } & Asked)[];
  /** They add up to those declined. */
  readonly declined: readonly ({ readonly reason: DeclineCode } & Asked)[];
}

/** What has become of requests by now; each is in one state. */
export function requestOutcomes(requests: readonly RequestOnRecord[]): RequestOutcomes {
  const declined = requests.filter(({ status }) => status === 'declined');
  return {
    all: asked(requests),
    byStatus: REQUEST_STATUSES.map((status) => ({
      status,
      ...asked(requests.filter((request) => request.status === status)),
    })),
    declined: DECLINE_CODES.map((reason) => ({
      reason,
      ...asked(declined.filter(({ answerCode }) => (answerCode ?? 'other') === reason)),
    })),
  };
}

function asked(requests: readonly RequestOnRecord[]): Asked {
  return {
    requests: requests.length,
    nights: requests.reduce((sum, { nights, youngPeople }) => sum + nights * youngPeople, 0),
  };
}
