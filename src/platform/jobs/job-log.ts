import { Logger as NestLogger } from '@nestjs/common';
import { Logger } from 'graphile-worker';

const log = new NestLogger('Jobs');

/** What went wrong is said where everything else is; what went right is nobody's news. */
export const jobLog = new Logger(() => (level: string, message) => {
  if (level === 'error') log.error(message);
  else if (level === 'warning') log.warn(message);
});
