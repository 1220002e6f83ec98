import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, type CalendarDate } from '../domain/calendar-date';
import { londonDate, londonInstant } from '../domain/london';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Jobs } from '../platform/jobs/jobs';
import { Notices } from '../platform/notices/notices';
import { OpenedFilesReader } from './opened-files.reader';

export const TELL = 'tell of opened files';
const AT = '08:00';

/** Mornings looked back on, so that a stop of the product keeps nothing from being told. */
const MORNINGS = 7;

/** The next morning at eight, London time, managers hear of every file that was opened since the morning before. */
@Injectable()
export class OpenedFilesTold implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly opened: OpenedFilesReader,
    private readonly notices: Notices,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Eight in London is seven or eight in UTC; at the wrong one of the two nothing is new. */
  onModuleInit(): void {
    this.jobs.every(TELL, '0 7,8 * * *', () => this.tell());
  }

  async tell(): Promise<void> {
    const now = this.clock.now();
    const today = londonDate(now);
    const last = londonInstant(today, AT) <= now ? today : addDays(today, -1);
    for (let back = MORNINGS - 1; back >= 0; back -= 1) await this.tellOf(addDays(last, -back));
  }

  private async tellOf(morning: CalendarDate): Promise<void> {
    const [from, to] = [londonInstant(addDays(morning, -1), AT), londonInstant(morning, AT)];
    const opened = await this.opened.between(from, to);
    for (const unitId of new Set(opened.map((each) => each.unitId))) {
      const count = opened.filter((each) => each.unitId === unitId).length;
      await this.database.transaction((tx) =>
        this.notices.write(tx, {
          ...{ kind: 'files.opened', to: [{ role: 'manager' }, { role: 'deputy' }], link: '/opened-files' },
          subject:
            count === 1 ? 'A young person’s file was opened' : `${count} files of young people were opened`,
          body: 'Somebody who cannot see it otherwise opened it, for an hour and with a reason. Read who, when and why.',
          ...(unitId ? { unitId } : {}),
          once: `files-opened ${unitId ?? 'of no unit'} ${morning}`,
        }),
      );
    }
  }
}
