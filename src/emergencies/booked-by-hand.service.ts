import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ProvisionalAssessments } from '../compatibility/provisional-assessments.service';
import { bookedTasks } from '../domain/claim-tasks';
import { nextWorkingDay } from '../domain/working-days';
import type { Actor } from '../platform/actor';
import { EmergenciesBooked, type EmergencyBooked } from '../stays/emergencies-booked.service';
import type { Stay } from '../stays/stay.entity';
import { Tasks } from '../tasks/tasks.service';
import { pairsToJudge, USUAL_CONTROLS } from './pairs-to-judge';

/** What an emergency owes that was booked like any stay, without a claim: judgements for the night, tasks for the day. */
@Injectable()
export class BookedByHand implements OnModuleInit {
  constructor(
    private readonly booked: EmergenciesBooked,
    private readonly provisional: ProvisionalAssessments,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.booked.hear((tx, booked) => this.settle(tx, booked));
  }

  private async settle(tx: EntityManager, { stays, findings, given, by }: EmergencyBooked): Promise<void> {
    const reason = given.authorisations?.find(({ code }) => code === 'not-assessed')?.reason ?? '';
    const judged = new Set<string>();
    for (const stay of stays) {
      const { youngPersonId } = stay;
      const about = findings.filter((finding) => finding.youngPersonId === youngPersonId);
      const peerIds = pairsToJudge(about)
        .map(({ peerId }) => peerId)
        .filter((peerId) => !judged.has(pairOf(youngPersonId, peerId)));
      await this.writeProvisional(tx, stay, peerIds, reason, by);
      for (const peerId of peerIds) judged.add(pairOf(youngPersonId, peerId));
      await this.tasks.raise(tx, by, ...tasksFor(stay, about));
    }
  }

  private async writeProvisional(
    tx: EntityManager,
    { youngPersonId, arrivesOn }: Stay,
    peerIds: readonly string[],
    reasons: string,
    by: Actor,
  ): Promise<void> {
    if (peerIds.length === 0) return;
    const terms = { controls: USUAL_CONTROLS, reasons, reviewOn: nextWorkingDay(arrivesOn) };
    await this.provisional.write(tx, youngPersonId, peerIds, terms, by);
  }
}

function pairOf(...ids: readonly [string, string]): string {
  return ids.toSorted().join(' ');
}

function tasksFor({ id, unitId, youngPersonId, arrivesOn }: Stay, findings: EmergencyBooked['findings']) {
  return bookedTasks(arrivesOn, findings).map(({ kind, words, owner, dueAt }) => ({
    key: `booked:${id}:${kind}`,
    ...{ unitId, kind, words, ownerRole: owner, dueAt },
    ...{ youngPersonId, stayId: id, link: `/stays/${id}` },
  }));
}
