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
import type { ClosureKind } from '../domain/diary';
import { Room } from '../units/room.entity';
import { Unit } from '../units/unit.entity';

/** A room, or the whole unit, out of use. */
@Entity('closures')
@Index('closures_by_unit', ['unitId', 'toOn'])
@Check('closures_dates', 'to_on >= from_on')
@Check('closures_kind', `kind IN ('planned', 'repair', 'staffing')`)
export class ClosureRecord {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'closures_pk' })
  id: string;

  @ManyToOne(() => Unit)
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'closures_unit_fk' })
  unit?: Unit;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @ManyToOne(() => Room)
  @JoinColumn({ name: 'room_id', foreignKeyConstraintName: 'closures_room_fk' })
  room?: Room | null;

  /** `null` closes the whole unit. */
  @Column('uuid', { name: 'room_id', nullable: true })
  roomId: string | null;

  @Column('date', { name: 'from_on' })
  fromOn: string;

  /** Exclusive; brought forward when the closure is ended early. */
  @Column('date', { name: 'to_on' })
  toOn: string;

  @Column('text')
  kind: ClosureKind;

  @Column('text')
  reason: string;

  @CreateDateColumn({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;

  @Column('text', { name: 'recorded_by_name' })
  recordedByName: string;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('text', { name: 'ended_by_name', nullable: true })
  endedByName: string | null;

  @Column('text', { name: 'ended_reason', nullable: true })
  endedReason: string | null;
}
