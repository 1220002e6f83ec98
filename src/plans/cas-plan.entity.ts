import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { Account } from '../accounts/account.entity';
import type { CasPlanClosedReason, CasPlanStatus } from '../domain/cas-plan';
import { Family } from '../people/family.entity';

/** The family's single plan, held by a key worker (domain.md §1). */
@Entity('cas_plans')
@Index('cas_plans_one_for_a_family', ['familyId'], { unique: true, where: `status <> 'closed'` })
@Index('cas_plans_by_family', ['familyId'])
@Index('cas_plans_by_key_worker', ['keyWorkerId'])
@Check('cas_plans_status', `status IN ('open', 'dormant', 'closed')`)
@Check('cas_plans_dates', 'ends_on >= starts_on')
@Check(
  'cas_plans_closed_reason',
  `closed_reason IN ('aims-achieved', 'consent-withdrawn', 'moved-away', 'stepped-up', 'stepped-down')`,
)
@Check(
  'cas_plans_closed_when_and_why',
  `(status = 'closed') = (ends_on IS NOT NULL AND closed_reason IS NOT NULL)`,
)
@Check('cas_plans_dormant_since', `status <> 'dormant' OR dormant_from IS NOT NULL`)
export class CasPlan {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'cas_plans_pk' })
  id: string;

  @ManyToOne(() => Family)
  @JoinColumn({ name: 'family_id', foreignKeyConstraintName: 'cas_plans_family_fk' })
  family?: Family;

  @Column('uuid', { name: 'family_id' })
  familyId: string;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'key_worker_id', foreignKeyConstraintName: 'cas_plans_key_worker_fk' })
  keyWorker?: Account;

  @Column('uuid', { name: 'key_worker_id' })
  keyWorkerId: string;

  @Column('text', { default: 'open' })
  status: CasPlanStatus;

  @Column('date', { name: 'starts_on' })
  startsOn: string;

  /** The first day that is no longer of it; only once it is closed. */
  @Column('date', { name: 'ends_on', nullable: true })
  endsOn: string | null;

  @Column('date', { name: 'review_on' })
  reviewOn: string;

  @Column('date', { name: 'dormant_from', nullable: true })
  dormantFrom: string | null;

  @Column('text', { name: 'dormant_reason', nullable: true })
  dormantReason: string | null;

  @Column('text', { name: 'closed_reason', nullable: true })
  closedReason: CasPlanClosedReason | null;

  @Column('text', { name: 'closed_words', nullable: true })
  closedWords: string | null;

  /** The row version: ETag and If-Match. */
  @Column('integer', { default: 1 })
  version: number;

  @CreateDateColumn({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;

  @Column('text', { name: 'recorded_by_name' })
  recordedByName: string;
}
