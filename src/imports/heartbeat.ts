import { Logger } from '@nestjs/common';

const EVERY = 1000;

/** Says again and again how far an import is, on connections of its own, so that it is known to be alive. */
export class Heartbeat {
  rows = 0;
  private readonly log = new Logger('Imports');
  private saying: Promise<void> = Promise.resolve();
  private readonly timer = setInterval(() => {
    this.saying = this.saying
      .then(() => this.say(this.rows))
      .catch((error: unknown) => this.log.error(error));
  }, EVERY);

  constructor(private readonly say: (rows: number) => Promise<void>) {}

  /** Resolves when nothing is being said any more. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.saying;
  }
}
