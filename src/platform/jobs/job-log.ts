import { Logger as NestLogger } from '@nestjs/common';
import { Logger, LogLevel } from 'graphile-worker';

const log = new NestLogger('Jobs');

/** What went wrong is said where everything else is; what went right is nobody's news. */
export const jobLog = new Logger(() => (level, message) => {
  if (level === LogLevel.ERROR) log.error(message);
  else if (level === LogLevel.WARNING) log.warn(message);
});
