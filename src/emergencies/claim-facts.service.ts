import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FACT_WORDS, type Fact } from '../domain/emergency';
import { YoungPerson } from '../people/young-person.entity';
import { People } from '../people/people.service';
import type { Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Misshapen, type FieldError } from '../platform/problem';
import { UnitGate } from '../platform/unit-gate';
import { Tasks } from '../tasks/tasks.service';
import { wrongRisks } from './claim-terms';
import { ClaimRecords } from './claim-records.service';
import type { ClaimFactsDto } from './emergency-claim.dto';
import { EmergencyClaim } from './emergency-claim.entity';

type FactField = Exclude<keyof ClaimFactsDto, 'reason'>;

const FIELDS: Readonly<Record<FactField, Fact>> = {
  givenName: 'given-name',
  familyName: 'family-name',
  dateOfBirth: 'date-of-birth',
  sex: 'sex',
  caseReference: 'case-reference',
  risks: 'risks',
  medicalConsent: 'medical-consent',
  allergies: 'allergies',
  medication: 'medication',
};

const OF_THE_CHILD: readonly FactField[] = ['givenName', 'familyName', 'dateOfBirth', 'sex', 'caseReference'];

/** What becomes known after the claim: it fills what was not known, and overwrites nothing. */
@Injectable()
export class ClaimFacts {
  constructor(
    private readonly gate: UnitGate,
    private readonly records: ClaimRecords,
    private readonly people: People,
    private readonly tasks: Tasks,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws Misshapen for what is on file already; NotThere. */
  async add(id: string, asked: ClaimFactsDto, by: Person): Promise<EmergencyClaim> {
    const { unitId } = await this.records.one(id, by);
    return this.gate.change(unitId, async (tx) => {
      const claim = await this.records.one(id, by);
      const fields = (Object.keys(FIELDS) as FactField[]).filter((field) => asked[field] !== undefined);
      refuseKnown(claim, asked, fields);
      const child = await this.tellOfChild(tx, claim, asked, by);
      const notKnown = claim.notKnown.filter((fact) => !fields.some((field) => FIELDS[field] === fact));
      const told = Object.fromEntries(
        fields.filter((field) => !OF_THE_CHILD.includes(field)).map((field) => [field, asked[field]]),
      );
      const after = { ...claim, ...told, notKnown, version: claim.version + 1 };
      await tx.save(EmergencyClaim, after);
      await this.audit.record(tx, by, {
        action: 'emergency.facts-added',
        ...{ unitId, youngPersonId: child.id, subjectId: id },
        before: claim,
        after,
      });
      if (notKnown.length === 0)
        await this.tasks.settle(
          tx,
          by,
          { stayId: claim.stayId, kind: 'missing-facts' },
          { why: 'done', words: 'Everything that was missing has been added.' },
        );
      return after;
    });
  }

  private async tellOfChild(
    tx: EntityManager,
    claim: EmergencyClaim,
    asked: ClaimFactsDto,
    by: Person,
  ): Promise<YoungPerson> {
    const told = OF_THE_CHILD.filter((field) => asked[field] !== undefined);
    const before = await this.people.one(claim.youngPersonId);
    if (told.length === 0) return before;
    const notKnown = before.notKnown.filter((fact) => !told.some((field) => FIELDS[field] === fact));
    const facts = Object.fromEntries(told.map((field) => [field, asked[field]]));
    return this.people.complete(tx, before, { ...facts, notKnown }, by);
  }
}

function stillNotKnown({ risks }: ClaimFactsDto): FieldError[] {
  const isToldNothing = risks?.length === 0 || risks?.includes('not-known');
  return isToldNothing
    ? [{ pointer: '/risks', detail: 'Name the risks, or say none-known; leave it out while nobody knows.' }]
    : [];
}

function refuseKnown(claim: EmergencyClaim, asked: ClaimFactsDto, fields: readonly FactField[]): void {
  if (fields.length === 0) throw Misshapen.at('', 'Give at least one thing that has become known.');
  const errors = fields.flatMap((field): FieldError[] =>
    claim.notKnown.includes(FIELDS[field])
      ? []
      : [{ pointer: `/${field}`, detail: `The ${FACT_WORDS[FIELDS[field]]} is on file already.` }],
  );
  const wrong = [...errors, ...wrongRisks(asked.risks ?? []), ...stillNotKnown(asked)];
  if (wrong.length > 0) throw new Misshapen(wrong);
}
