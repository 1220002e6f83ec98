import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Exclusion,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import type { LegalBasis, NightsPer, ShortBreakPlanStatus } from '../domain/short-break-plan';
import { YoungPerson } from '../people/young-person.entity';
import { CasPlan } from './cas-plan.entity';

/** One young person's plan, nested in the family's CAS plan (domain.md §1). */
@Entity('short_break_plans')
@Index('short_break_plans_by_young_person', ['youngPersonId'])
@Index('short_break_plans_by_cas_plan', ['casPlanId'])
@Unique('short_break_plans_of_a_cas_plan', ['id', 'casPlanId'])
@Check('short_break_plans_status', `status IN ('draft', 'agreed', 'ended')`)
@Check('short_break_plans_dates', 'ends_on > starts_on')
@Check('short_break_plans_nights', 'nights_agreed >= 0')
@Check('short_break_plans_nights_per', `nights_per IN ('plan', 'year', 'quarter', 'month')`)
@Check(
  'short_break_plans_legal_basis',
  `legal_basis IN ('s17', 's20-series', 's20', 'own-consent-16-17', 'police-protection', 'epo', 'care-order', 'remand')`,
)
@Check(
  'short_break_plans_consent_whole',
  '(consent_by IS NULL) = (consent_how IS NULL) AND (consent_by IS NULL) = (consent_on IS NULL)',
)
@Check(
  'short_break_plans_agreed_by_both',
  `status <> 'agreed' OR key_worker_agreed_at IS NOT NULL AND manager_agreed_at IS NOT NULL`,
)
@Check('short_break_plans_ended_when', `(status = 'ended') = (ended_on IS NOT NULL)`)
@Exclusion(
  'short_break_plans_one_agreed',
  `USING gist (young_person_id WITH =, daterange(starts_on, ends_on) WITH &&) WHERE (status = 'agreed')`,
)
export class ShortBreakPlan {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'short_break_plans_pk' })
  id: string;

  @ManyToOne(() => CasPlan)
  @JoinColumn({ name: 'cas_plan_id', foreignKeyConstraintName: 'short_break_plans_cas_plan_fk' })
  casPlan?: CasPlan;

  @Column('uuid', { name: 'cas_plan_id' })
  casPlanId: string;

  @ManyToOne(() => YoungPerson)
  @JoinColumn({ name: 'young_person_id', foreignKeyConstraintName: 'short_break_plans_young_person_fk' })
  youngPerson?: YoungPerson;

  @Column('uuid', { name: 'young_person_id' })
  youngPersonId: string;

  @ManyToOne(() => ShortBreakPlan)
  @JoinColumn({ name: 'revises_id', foreignKeyConstraintName: 'short_break_plans_revises_fk' })
  revises?: ShortBreakPlan | null;

  /** The agreed plan this one is to take the place of, from its own first day on. */
  @Column('uuid', { name: 'revises_id', nullable: true })
  revisesId: string | null;

  @Column('text', { default: 'draft' })
  status: ShortBreakPlanStatus;

  @Column('date', { name: 'starts_on' })
  startsOn: string;

  /** Exclusive: the first night it does not cover. */
  @Column('date', { name: 'ends_on' })
  endsOn: string;

  @Column('smallint', { name: 'nights_agreed' })
  nightsAgreed: number;

  /** What the nights agreed are counted in: the whole plan, or each year, quarter or month from its start. */
  @Column('text', { name: 'nights_per', default: 'plan' })
  nightsPer: NightsPer;

  @Column('text', { name: 'legal_basis' })
  legalBasis: LegalBasis;

  @Column('text', { name: 'consent_by', nullable: true })
  consentBy: string | null;

  @Column('text', { name: 'consent_how', nullable: true })
  consentHow: string | null;

  @Column('date', { name: 'consent_on', nullable: true })
  consentOn: string | null;

  /** From this night on there is no consent. */
  @Column('date', { name: 'consent_withdrawn_on', nullable: true })
  consentWithdrawnOn: string | null;

  @Column('text', { name: 'consent_withdrawn_reason', nullable: true })
  consentWithdrawnReason: string | null;

  @Column('text', { array: true, default: '{}' })
  activities: string[];

  /** What the young person and the family may expect. */
  @Column('text', { default: '' })
  expectations: string;

  /** Room features wished for, best first. */
  @Column('text', { array: true, default: '{}' })
  wishes: string[];

  /** When the next progress meeting is due. */
  @Column('date', { name: 'review_on' })
  reviewOn: string;

  @Column('timestamptz', { name: 'key_worker_agreed_at', nullable: true })
  keyWorkerAgreedAt: Date | null;

  @Column('text', { name: 'key_worker_agreed_name', nullable: true })
  keyWorkerAgreedName: string | null;

  @Column('timestamptz', { name: 'manager_agreed_at', nullable: true })
  managerAgreedAt: Date | null;

  @Column('text', { name: 'manager_agreed_name', nullable: true })
  managerAgreedName: string | null;

  @Column('date', { name: 'ended_on', nullable: true })
  endedOn: string | null;

  @Column('text', { name: 'ended_reason', nullable: true })
  endedReason: string | null;

  /** The row version: ETag and If-Match. */
  @Column('integer', { default: 1 })
  version: number;

  @CreateDateColumn({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;

  @Column('text', { name: 'recorded_by_name' })
  recordedByName: string;
}
