import { Injectable } from '@nestjs/common';
import { People } from '../people/people.service';
import { Clock } from '../platform/clock';
import { londonDate } from '../domain/london';
import { RequestQueue } from '../requests/request-queue.reader';
import type { RequestOnFile } from '../requests/request.reader';

const SHOWN = 5;

export interface DecisionsFile {
  readonly today: string;
  readonly requests: readonly RequestOnFile[];
  readonly count: number;
  readonly names: ReadonlyMap<string, string>;
}

/** The requests a manager is to decide next. */
@Injectable()
export class Decisions {
  constructor(
    private readonly queue: RequestQueue,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  async of(unitId: string): Promise<DecisionsFile> {
    const requests = await this.queue.of(unitId, 'open', { skip: 0, take: SHOWN });
    const ids = requests.flatMap(({ youngPersonIds }) => youngPersonIds);
    return {
      today: londonDate(this.clock.now()),
      requests,
      count: (await this.queue.counts(unitId)).get('open') ?? 0,
      names: await this.people.namesOf(ids),
    };
  }
}
