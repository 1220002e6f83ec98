import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Risk } from '../domain/emergency';
import type { LegalBasis } from '../domain/short-break-plan';
import { YoungPerson } from '../people/young-person.entity';
import type { Role } from '../platform/actor';
import { Stay } from '../stays/stay.entity';
import { Unit } from '../units/unit.entity';

/** The emergency duty team's taking of a bed: at once, with what is known (domain.md §4). */
@Entity('emergency_claims')
@Unique('emergency_claims_one_a_stay', ['stayId'])
@Index('emergency_claims_by_night', ['unitId', 'night'])
@Index('emergency_claims_by_claimant', ['claimedById', 'claimedAt'])
@Check(
  'emergency_claims_legal_basis',
  `legal_basis IN ('s17', 's20-series', 's20', 'own-consent-16-17', 'police-protection', 'epo', 'care-order', 'remand')`,
)
@Check(
  'emergency_claims_protection_has_a_start',
  `(legal_basis = 'police-protection') = (police_protection_from IS NOT NULL)`,
)
@Check(
  'emergency_claims_consent',
  `consent_by IS NOT NULL OR legal_basis NOT IN ('s17', 's20-series', 's20', 'own-consent-16-17')`,
)
export class EmergencyClaim {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'emergency_claims_pk' })
  id: string;

  @ForeignKey(() => Unit, { name: 'emergency_claims_unit_fk' })
  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @ForeignKey(() => Stay, { name: 'emergency_claims_stay_fk' })
  @Column('uuid', { name: 'stay_id' })
  stayId: string;

  @ForeignKey(() => YoungPerson, { name: 'emergency_claims_young_person_fk' })
  @Column('uuid', { name: 'young_person_id' })
  youngPersonId: string;

  /** The night the stay begins: before 09:00† it is yesterday's. */
  @Column('date')
  night: string;

  @Column('timestamptz', { name: 'claimed_at' })
  claimedAt: Date;

  @Column('uuid', { name: 'claimed_by_id' })
  claimedById: string;

  @Column('text', { name: 'claimed_by_name' })
  claimedByName: string;

  @Column('text', { name: 'claimed_by_role' })
  claimedByRole: Role;

  /** When the day's services take over. */
  @Column('timestamptz', { name: 'ends_at' })
  endsAt: Date;

  @Column('text', { name: 'legal_basis' })
  legalBasis: LegalBasis;

  /** Its 72 hours run from here, not from the arrival (Children Act 1989, s.46(6)). */
  @Column('timestamptz', { name: 'police_protection_from', nullable: true })
  policeProtectionFrom: Date | null;

  @Column('text', { name: 'consent_by', nullable: true })
  consentBy: string | null;

  @Column('text', { name: 'consent_how', nullable: true })
  consentHow: string | null;

  /** A date or an instant, as it was told. */
  @Column('text', { name: 'consent_at', nullable: true })
  consentAt: string | null;

  @Column('text')
  reason: string;

  @Column('text')
  alternatives: string;

  @Column('text', { name: 'approved_by_name' })
  approvedByName: string;

  @Column('text', { name: 'approved_by_role' })
  approvedByRole: string;

  @Column('timestamptz', { name: 'approved_at' })
  approvedAt: Date;

  @Column('text', { array: true })
  risks: Risk[];

  @Column('text', { name: 'care_alongside', nullable: true })
  careAlongside: string | null;

  @Column('text', { name: 'medical_consent', nullable: true })
  medicalConsent: string | null;

  @Column('text', { nullable: true })
  allergies: string | null;

  @Column('text', { nullable: true })
  medication: string | null;

  @Column('text', { nullable: true })
  transport: string | null;

  @Column('timestamptz', { name: 'expected_at', nullable: true })
  expectedAt: Date | null;

  /** What has to be passed on to whoever looks after the child, without a name. */
  @Column('text', { array: true, default: '{}' })
  controls: string[];

  /** What nobody knew at the time; what is still not known is worked out from what has been added since. */
  @Column('text', { name: 'not_known', array: true, default: '{}' })
  notKnown: string[];

  @Column('integer', { default: 1 })
  version: number;
}
