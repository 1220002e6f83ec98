import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, type CalendarDate } from '../domain/calendar-date';
import type { Diary, ProposedStay } from '../domain/diary';
import { emergencyWays } from '../domain/displacement';
import type { EmergencyWay } from '../domain/emergency-way';
import { emergencyEndsAt } from '../domain/emergency-deadlines';
import type { Finding } from '../domain/findings';
import { assess } from '../domain/placement';
import type { YoungPerson } from '../people/young-person.entity';
import type { Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Misshapen } from '../platform/problem';
import { UnitGate } from '../platform/unit-gate';
import { Bookings, type LodgedStay } from '../stays/bookings.service';
import { refuseIncomplete, wrongRisks, wrongStart } from './claim-terms';
import { ClaimAftermath } from './claim-aftermath.service';
import { birthOf, ClaimedChildren, refuseOwnConsentAtOtherAges } from './claimed-children.service';
import { Displacements } from './displacements.service';
import type { ClaimPreviewDto, EmergencyClaimDto } from './emergency-claim.dto';
import { wayTaken } from './way-taken';
import { EmergencyClaim } from './emergency-claim.entity';
import { StakesReader, type Stakes, type Tonight } from './stakes.reader';

/** What could be claimed now: the ways there are, the least harm first; none, and the findings say why not. */
export interface Preview {
  readonly night: CalendarDate;
  readonly departsOn: CalendarDate;
  readonly asOf: Date;
  readonly endsAt: Date;
  /** Of the child as things stand, with nobody displaced. */
  readonly findings: readonly Finding[];
  readonly ways: readonly EmergencyWay[];
}

export interface Claimed {
  readonly claim: EmergencyClaim;
  readonly stay: LodgedStay;
  readonly findings: readonly Finding[];
}

/** A bed in an emergency: looked at first, then taken, with half the facts missing (domain.md §4). */
@Injectable()
export class EmergencyClaims {
  constructor(
    private readonly gate: UnitGate,
    private readonly stakes: StakesReader,
    private readonly children: ClaimedChildren,
    private readonly bookings: Bookings,
    private readonly displacements: Displacements,
    private readonly aftermath: ClaimAftermath,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Nothing is recorded. @throws Misshapen, NotThere */
  async preview(asked: ClaimPreviewDto): Promise<Preview> {
    const now = this.clock.now();
    refuseErrors([...wrongRisks(asked.risks ?? []), ...wrongStart(asked.policeProtectionStartedAt, now)]);
    const tonight = await this.stakes.tonight(asked.unitId);
    const { night } = tonight;
    const nights = asked.nights ?? 1;
    const childId = asked.child?.youngPersonId;
    const stakes = await this.stakes.read(asked.unitId, night, nights, childId);
    const proposed = proposedFor(childId ?? randomUUID(), night, asked);
    const { diary, ways } = childId ? stakes : withStranger(stakes, proposed, asked, tonight);
    return {
      night,
      departsOn: proposed.nights.to,
      asOf: now,
      endsAt: emergencyEndsAt(addDays(proposed.nights.to, -1), tonight.emergencyEndsAt),
      findings: assess([proposed], diary, 'emergency').findings,
      ways: emergencyWays(proposed, diary, ways),
    };
  }

  /** All or nothing. @throws Misshapen for what is missing; Refused with findings and the ways there are now. */
  async claim(asked: EmergencyClaimDto, by: Person): Promise<Claimed> {
    refuseIncomplete(asked, by, this.clock.now());
    return this.gate.change(asked.unitId, async (tx) => {
      const tonight = await this.stakes.tonight(asked.unitId);
      const child = await this.children.take(asked.child, tonight, by);
      refuseOwnConsentAtOtherAges(asked, child, tonight.night);
      const stakes = await this.stakes.read(asked.unitId, tonight.night, asked.nights ?? 1, child.id);
      const proposed = proposedFor(child.id, tonight.night, asked);
      const way = wayTaken(asked, proposed, stakes, by);
      await this.displacements.makeWay(tx, asked.unitId, way, by);
      const stay = await this.book(tx, asked, proposed, way, stakes.diary, by);
      await this.displacements.moveOver(tx, way, by);
      const claim = await this.record(tx, asked, child, tonight, stay, way, by);
      await this.aftermath.settle(tx, { claim, child, way, asked, by });
      return { claim, stay, findings: way.findings };
    });
  }

  private async book(
    tx: EntityManager,
    asked: EmergencyClaimDto,
    { youngPersonId, nights }: ProposedStay,
    { findings, rooms }: EmergencyWay,
    diary: Diary,
    by: Person,
  ): Promise<LodgedStay> {
    const { name, role } = asked.approvedBy;
    const [stay] = await this.bookings.book(
      tx,
      {
        ...{ unitId: asked.unitId, kind: 'emergency' as const },
        stays: [{ youngPersonId, arrivesOn: nights.from, departsOn: nights.to }],
        acknowledged: asked.acknowledged ?? [],
        authorisations: asked.authorisations ?? [],
        authorisedBy: { id: null, name, role, recordedByName: by.name },
      },
      by,
      diary,
      { findings, rooms },
    );
    if (!stay) throw new Error('A claim without a stay');
    return stay;
  }

  private async record(
    tx: EntityManager,
    asked: EmergencyClaimDto,
    child: YoungPerson,
    { night, emergencyEndsAt: endsAtTime }: Tonight,
    { stay }: LodgedStay,
    way: EmergencyWay,
    by: Person,
  ): Promise<EmergencyClaim> {
    const claim = await tx.save(
      EmergencyClaim,
      tx.create(EmergencyClaim, {
        unitId: asked.unitId,
        stayId: stay.id,
        youngPersonId: child.id,
        night,
        claimedAt: this.clock.now(),
        ...{ claimedById: by.id, claimedByName: by.name, claimedByRole: by.role },
        endsAt: emergencyEndsAt(addDays(stay.departsOn, -1), endsAtTime),
        legalBasis: asked.legalBasis,
        policeProtectionFrom: instant(asked.policeProtectionStartedAt),
        consentBy: asked.consent?.by ?? null,
        consentHow: asked.consent?.how ?? null,
        consentAt: asked.consent?.at ?? asked.consent?.on ?? null,
        ...{ reason: asked.reason, alternatives: asked.alternatives },
        approvedByName: asked.approvedBy.name,
        approvedByRole: asked.approvedBy.role,
        approvedAt: new Date(asked.approvedBy.at),
        risks: asked.risks?.length ? asked.risks : ['not-known'],
        careAlongside: asked.careAlongside ?? null,
        medicalConsent: asked.medicalConsent ?? null,
        allergies: asked.allergies ?? null,
        medication: asked.medication ?? null,
        transport: asked.transport ?? null,
        expectedAt: instant(asked.expectedAt),
        controls: await this.aftermath.controlsFor(asked.unitId, way.findings, asked),
        notKnown: this.aftermath.notKnown(child, asked),
        version: 1,
      }),
    );
    await this.audit.record(tx, by, {
      action: 'emergency.claimed',
      ...{ unitId: claim.unitId, youngPersonId: child.id, subjectId: claim.id },
      after: claim,
      reason: claim.reason,
    });
    return claim;
  }
}

function proposedFor(
  youngPersonId: string,
  night: CalendarDate,
  { nights = 1, policeProtectionStartedAt }: Pick<ClaimPreviewDto, 'nights' | 'policeProtectionStartedAt'>,
): ProposedStay {
  return {
    youngPersonId,
    nights: { from: night, to: addDays(night, nights) },
    ...(policeProtectionStartedAt ? { policeProtectionFrom: policeProtectionStartedAt } : {}),
  };
}

/** A child not on file, as the claim would put them there. */
function withStranger(
  { diary, ways }: Stakes,
  { youngPersonId: id }: ProposedStay,
  { child, age }: ClaimPreviewDto,
  tonight: Tonight,
): Stakes {
  const approximateAge = child?.approximateAge ?? age;
  const dateOfBirth = birthOf({ dateOfBirth: child?.dateOfBirth, approximateAge }, tonight);
  const people = new Map([...diary.people, [id, { id, familyId: id, dateOfBirth }]]);
  return { ways, diary: { ...diary, people } };
}

function instant(text: string | undefined): Date | null {
  return text ? new Date(text) : null;
}

function refuseErrors(errors: ConstructorParameters<typeof Misshapen>[0]): void {
  if (errors.length > 0) throw new Misshapen(errors);
}
