import type { EntityManager } from 'typeorm';
import type { Jobs } from '../jobs/jobs';

export const SEND = 'send a notice';

export interface ToSend {
  readonly id: string;
}

/** One waiting job for each notice, however often it is asked for. */
export function queueNotice(jobs: Jobs, tx: EntityManager, id: string, runAt?: Date): Promise<void> {
  return jobs.add(tx, SEND, { id } satisfies ToSend, { key: `notice ${id}`, ...(runAt && { runAt }) });
}
