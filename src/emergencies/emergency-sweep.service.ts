import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { sayNights } from '../domain/say-dates';
import { SYSTEM } from '../platform/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Jobs } from '../platform/jobs/jobs';
import { Notices } from '../platform/notices/notices';
import { Tasks } from '../tasks/tasks.service';
import { Units } from '../units/units.service';
import { arrivalsMissing } from './emergency-sweep-arrivals';
import { endingsOf } from './emergency-sweep-endings';
import { mixesHere, reviewsToday } from './emergency-sweep-mixes';
import { overstaysOf } from './emergency-sweep-overstays';
import { protectionOf } from './emergency-sweep-protection';
import { toldOf, type Raised, type UnitNow } from './emergency-sweep-raised';
import { EmergencyWatch } from './emergency-watch.reader';
import { HandoverAlarms, type HandoverAlarm } from './handover-alarms.service';

export const SWEEP = 'emergency-sweep';

/**
 * Looks at every deadline of every emergency: what has passed is raised and told, once whichever process looks and
 * however long nobody did; what has become needless is closed.
 */
@Injectable()
export class EmergencySweep implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly units: Units,
    private readonly watch: EmergencyWatch,
    private readonly alarms: HandoverAlarms,
    private readonly tasks: Tasks,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(SWEEP, '*/5 * * * *', () => this.sweep());
  }

  /** What goes wrong in one unit keeps no other from being looked at. @throws the first thing that did. */
  private async sweep(): Promise<void> {
    const now = this.clock.now();
    const failures: unknown[] = [];
    for (const { unit, settings } of await this.units.all())
      await this.database
        .transaction((tx) => this.lookAt(tx, { unit, settings, now }))
        .catch((error: unknown) => failures.push(error));
    await this.database.transaction((tx) => this.soundAlarms(tx));
    if (failures.length > 0) throw failures[0];
  }

  private async lookAt(tx: EntityManager, unitNow: UnitNow): Promise<void> {
    const { id } = unitNow.unit;
    await this.watch.lock(tx, id);
    const watched = await this.watch.watched(tx, id);
    const present = await this.watch.present(tx, id);
    const mixes = mixesHere(present, await this.watch.judged(tx, present), unitNow);
    const raised = [
      ...watched.flatMap((stay) => [
        ...overstaysOf(stay, unitNow),
        ...arrivalsMissing(stay, unitNow),
        ...protectionOf(stay, unitNow),
      ]),
      ...reviewsToday(mixes, present, unitNow),
    ];
    await this.raise(tx, raised);
    const endings = endingsOf(await this.watch.open(tx, id), watched, mixes);
    for (const { keys, ...closing } of endings) await this.tasks.settle(tx, SYSTEM, { keys }, closing);
  }

  private async raise(tx: EntityManager, raised: readonly Raised[]): Promise<void> {
    await this.tasks.raise(tx, SYSTEM, ...raised.flatMap(({ task }) => task ?? []));
    for (const { notice } of raised) await this.notices.write(tx, notice);
  }

  private async soundAlarms(tx: EntityManager): Promise<void> {
    for (const alarm of await this.alarms.now()) await this.notices.write(tx, alarmNotice(alarm));
  }
}

function alarmNotice({ unitId, unitName, night }: HandoverAlarm) {
  return {
    ...{ kind: 'handover.not-acknowledged', to: toldOf('manager'), unitId },
    subject: `${unitName}: nobody has acknowledged the handover`,
    body: `Nobody has acknowledged the handover of ${sayNights([night])}. Read it, and acknowledge it.`,
    link: `/handovers/${night}?unitId=${unitId}`,
    once: `handover-alarm:${unitId}:${night}`,
  };
}
