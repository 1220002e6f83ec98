import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { claimTasks } from '../domain/claim-tasks';
import type { Fact } from '../domain/emergency';
import { policeProtectionEndsAt } from '../domain/emergency-deadlines';
import type { EmergencyWay } from '../domain/emergency-way';
import type { Finding } from '../domain/findings';
import { withoutNames } from '../domain/names-in';
import { nextWorkingDay } from '../domain/working-days';
import { ProvisionalAssessments } from '../compatibility/provisional-assessments.service';
import { People } from '../people/people.service';
import type { YoungPerson } from '../people/young-person.entity';
import type { Person } from '../platform/actor';
import { PeersNamed } from '../stays/peers-named.service';
import { Tasks } from '../tasks/tasks.service';
import { ClaimNotices } from './claim-notices.service';
import { Displacements } from './displacements.service';
import type { EmergencyClaimDto } from './emergency-claim.dto';
import type { EmergencyClaim } from './emergency-claim.entity';
import { Handovers } from './handovers.service';
import { pairsToJudge, USUAL_CONTROLS } from './pairs-to-judge';

interface Settled {
  readonly claim: EmergencyClaim;
  readonly child: YoungPerson;
  readonly way: EmergencyWay;
  readonly asked: EmergencyClaimDto;
  readonly by: Person;
}

/** What a claim leaves behind: judgements for the night, tasks for the day, a record of who lost a bed, and word of it. */
@Injectable()
export class ClaimAftermath {
  constructor(
    private readonly provisional: ProvisionalAssessments,
    private readonly displacements: Displacements,
    private readonly notices: ClaimNotices,
    private readonly people: People,
    private readonly named: PeersNamed,
    private readonly tasks: Tasks,
    private readonly handovers: Handovers,
  ) {}

  async settle(tx: EntityManager, { claim, child, way, asked, by }: Settled): Promise<void> {
    await this.writeProvisional(tx, claim, child, way, asked, by);
    await this.displacements.keep(tx, claim, way, by);
    await this.notices.tellOfClaim(tx, claim);
    const facts = {
      night: claim.night,
      endsAt: claim.endsAt,
      policeProtectionEndsAt:
        claim.policeProtectionFrom && policeProtectionEndsAt(claim.policeProtectionFrom),
      notKnown: claim.notKnown as Fact[],
      findings: way.findings,
      displaced: way.displaced.length,
    };
    const tasks = claimTasks(facts).map(({ kind, words, owner, dueAt }, index) => ({
      key: `claim:${claim.id}:${kind}:${index}`,
      ...{ unitId: claim.unitId, kind, words, ownerRole: owner, dueAt },
      ...{ youngPersonId: child.id, stayId: claim.stayId, link: `/emergency-claims/${claim.id}` },
    }));
    await this.tasks.raise(tx, by, ...tasks);
    await this.handovers.open(tx, claim, by);
  }

  /** What whoever looks after the child tonight must know, without a name (domain.md §2, need to know). */
  async controlsFor(
    unitId: string,
    findings: readonly Finding[],
    asked: EmergencyClaimDto,
  ): Promise<string[]> {
    const written = pairsToJudge(findings).length > 0 ? [asked.provisional?.controls ?? USUAL_CONTROLS] : [];
    return [...new Set([...(await this.controlsAmong(unitId, findings)), ...written])];
  }

  /** Those of assessments there are already; they may also name others who are there. */
  async controlsAmong(unitId: string, findings: readonly Finding[]): Promise<string[]> {
    const kept = findings.flatMap((finding) => (finding.code === 'controls' ? [finding] : []));
    const peers = await this.people.byIds([...new Set(kept.map(({ peerId }) => peerId))]);
    const names = peers.flatMap(({ givenName, familyName }) => [
      `${givenName} ${familyName}`,
      givenName,
      familyName,
    ]);
    const said: string[] = [];
    for (const { controls, youngPersonId, nights } of kept) {
      const [from = '', to = from] = [nights[0], nights.at(-1)];
      const others = await this.named.givenNames({ unitId, youngPersonId, from, to });
      said.push(withoutNames(controls, [...names, ...others]));
    }
    return [...new Set(said)];
  }

  notKnown(child: YoungPerson, asked: EmergencyClaimDto): Fact[] {
    return [
      ...(child.notKnown as Fact[]),
      ...(!asked.risks || asked.risks.includes('not-known') || asked.risks.length === 0
        ? ['risks' as const]
        : []),
      ...(asked.medicalConsent ? [] : ['medical-consent' as const]),
      ...(asked.allergies ? [] : ['allergies' as const]),
      ...(asked.medication ? [] : ['medication' as const]),
    ];
  }

  private async writeProvisional(
    tx: EntityManager,
    claim: EmergencyClaim,
    child: YoungPerson,
    { findings }: EmergencyWay,
    { provisional, authorisations = [] }: EmergencyClaimDto,
    by: Person,
  ): Promise<void> {
    const peerIds = pairsToJudge(findings).map(({ peerId }) => peerId);
    if (peerIds.length === 0) return;
    const given = authorisations.find(({ code }) => code === 'not-assessed');
    const judged = {
      controls: provisional?.controls ?? USUAL_CONTROLS,
      reasons: provisional?.reasons ?? given?.reason ?? claim.reason,
      reviewOn: nextWorkingDay(claim.night),
    };
    await this.provisional.write(tx, child.id, peerIds, judged, by);
  }
}
