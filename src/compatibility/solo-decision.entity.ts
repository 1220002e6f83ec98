import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { YoungPerson } from '../people/young-person.entity';

/** A young person needs the unit to themselves, for a time; siblings may be let in by name. */
@Entity('solo_decisions')
@Index('solo_decisions_by_young_person', ['youngPersonId'])
@Check('solo_decisions_dates', 'review_on >= starts_on')
export class SoloDecision {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'solo_decisions_pk' })
  id: string;

  @ManyToOne(() => YoungPerson)
  @JoinColumn({ name: 'young_person_id', foreignKeyConstraintName: 'solo_decisions_young_person_fk' })
  youngPerson?: YoungPerson;

  @Column('uuid', { name: 'young_person_id' })
  youngPersonId: string;

  @Column('text')
  reason: string;

  @Column('date', { name: 'starts_on' })
  startsOn: string;

  /** The last night it holds, unless ended before. */
  @Column('date', { name: 'review_on' })
  reviewOn: string;

  @Column('uuid', { name: 'sibling_ids', array: true, default: '{}' })
  siblingIds: string[];

  @Column('uuid', { name: 'approver_id', nullable: true })
  approverId: string | null;

  @Column('text', { name: 'approver_name' })
  approverName: string;

  @Column('timestamptz', { name: 'decided_at', default: () => 'now()' })
  decidedAt: Date;

  /** The first night it no longer holds. */
  @Column('date', { name: 'ended_on', nullable: true })
  endedOn: string | null;

  @Column('text', { name: 'ended_by_name', nullable: true })
  endedByName: string | null;

  @Column('text', { name: 'ended_reason', nullable: true })
  endedReason: string | null;
}
