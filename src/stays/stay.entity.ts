import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
} from 'typeorm';
import type { EndedBy } from '../domain/ledger';
import type { StayKind, StayStatus } from '../domain/diary';
import { YoungPerson } from '../people/young-person.entity';
import { Unit } from '../units/unit.entity';

@Entity('stays')
@Index('stays_by_unit', ['unitId', 'departsOn'])
@Index('stays_by_young_person', ['youngPersonId'])
@Index('stays_by_group', ['groupId'], { where: 'group_id IS NOT NULL' })
@Index('stays_expiring', ['unitId', 'holdExpiresAt'], { where: `status = 'held'` })
@Index('stays_displaced', ['youngPersonId'], { where: `status = 'displaced'` })
@Check('stays_kind', `kind IN ('planned', 'emergency')`)
@Check(
  'stays_status',
  `status IN ('held', 'confirmed', 'in-residence', 'completed', 'cancelled', 'displaced', 'not-arrived')`,
)
@Check('stays_dates', `departs_on > arrives_on OR departs_on = arrives_on AND status = 'completed'`)
@Check('stays_holds_expire', `status <> 'held' OR hold_expires_at IS NOT NULL`)
@Check('stays_ended_by', `ended_by IN ('young-person', 'family', 'cas', 'unit', 'emergency')`)
export class Stay {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'stays_pk' })
  id: string;

  @ManyToOne(() => Unit)
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'stays_unit_fk' })
  unit?: Unit;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @ManyToOne(() => YoungPerson)
  @JoinColumn({ name: 'young_person_id', foreignKeyConstraintName: 'stays_young_person_fk' })
  youngPerson?: YoungPerson;

  @Column('uuid', { name: 'young_person_id' })
  youngPersonId: string;

  /** Siblings placed together, all or none. */
  @Column('uuid', { name: 'group_id', nullable: true })
  groupId: string | null;

  /** The short-break plan its nights are of. */
  @ForeignKey('ShortBreakPlan', { name: 'stays_plan_fk' })
  @Column('uuid', { name: 'plan_id', nullable: true })
  planId: string | null;

  @Column('text')
  kind: StayKind;

  @Column('text')
  status: StayStatus;

  /** Asked for as solo, whatever the decisions say. */
  @Column('boolean', { default: false })
  solo: boolean;

  @Column('date', { name: 'arrives_on' })
  arrivesOn: string;

  @Column('date', { name: 'departs_on' })
  departsOn: string;

  @Column('date', { name: 'requested_on' })
  requestedOn: string;

  @Column('timestamptz', { name: 'hold_expires_at', nullable: true })
  holdExpiresAt: Date | null;

  @Column('timestamptz', { name: 'arrived_at', nullable: true })
  arrivedAt: Date | null;

  @Column('timestamptz', { name: 'departed_at', nullable: true })
  departedAt: Date | null;

  @Column('text', { nullable: true })
  destination: string | null;

  @Column('text', { nullable: true })
  summary: string | null;

  @Column('date', { name: 'ended_on', nullable: true })
  endedOn: string | null;

  @Column('text', { name: 'ended_by', nullable: true })
  endedBy: EndedBy | null;

  @Column('text', { name: 'ended_reason', nullable: true })
  endedReason: string | null;

  @Column('text', { array: true, default: '{}' })
  acknowledged: string[];

  /** The row version: ETag and If-Match. */
  @Column('integer', { default: 1 })
  version: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column('text', { name: 'created_by_name' })
  createdByName: string;
}
