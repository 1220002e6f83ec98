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
} from 'typeorm';
import type { VisitStatus } from '../domain/day-visit';
import type { EndedBy } from '../domain/ledger';
import { YoungPerson } from '../people/young-person.entity';
import { Unit } from '../units/unit.entity';

/** PostgreSQL gives a time its seconds. */
const hoursAndMinutes = { to: (time: string) => time, from: (time: string) => time.slice(0, 5) };

/** A session at the unit without a night. */
@Entity('day_visits')
@Index('day_visits_by_unit', ['unitId', 'on'])
@Check('day_visits_times', 'to_time > from_time')
@Check('day_visits_status', `status IN ('booked', 'came', 'did-not-come', 'cancelled')`)
@Check('day_visits_cancelled_by', `cancelled_by IN ('young-person', 'family', 'cas', 'unit', 'emergency')`)
@Check(
  'day_visits_settled',
  `(status = 'booked') = (settled_at IS NULL) AND (settled_at IS NULL) = (settled_by_name IS NULL)`,
)
@Check(
  'day_visits_cancelled_why',
  `(status = 'cancelled') = (cancelled_by IS NOT NULL) AND (cancelled_by IS NULL) = (cancelled_reason IS NULL)`,
)
@Exclusion(
  'day_visits_one_at_a_time',
  `USING gist (young_person_id WITH =, tsrange(visits_on + from_time, visits_on + to_time) WITH &&) WHERE (status <> 'cancelled')`,
)
export class DayVisitRecord {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'day_visits_pk' })
  id: string;

  @ManyToOne(() => Unit)
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'day_visits_unit_fk' })
  unit?: Unit;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @ManyToOne(() => YoungPerson)
  @JoinColumn({ name: 'young_person_id', foreignKeyConstraintName: 'day_visits_young_person_fk' })
  youngPerson?: YoungPerson;

  @Column('uuid', { name: 'young_person_id' })
  youngPersonId: string;

  @Column('date', { name: 'visits_on' })
  on: string;

  @Column('time', { name: 'from_time', transformer: hoursAndMinutes })
  fromTime: string;

  @Column('time', { name: 'to_time', transformer: hoursAndMinutes })
  toTime: string;

  @Column('text')
  purpose: string;

  @Column('text', { default: 'booked' })
  status: VisitStatus;

  @Column('text', { array: true, default: '{}' })
  acknowledged: string[];

  @Column('text', { name: 'cancelled_by', nullable: true })
  cancelledBy: EndedBy | null;

  @Column('text', { name: 'cancelled_reason', nullable: true })
  cancelledReason: string | null;

  /** When it was said whether they came, or that they would not. */
  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt: Date | null;

  @Column('text', { name: 'settled_by_name', nullable: true })
  settledByName: string | null;

  @CreateDateColumn({ name: 'booked_at', type: 'timestamptz' })
  bookedAt: Date;

  @Column('text', { name: 'booked_by_name' })
  bookedByName: string;
}
