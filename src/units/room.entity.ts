import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Unit } from './unit.entity';

/** One bed, one young person; its number is its place in the unit's footprint. */
@Entity('rooms')
@Unique('rooms_one_number_once', ['unitId', 'number'])
@Check('rooms_number', 'number > 0')
export class Room {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'rooms_pk' })
  id: string;

  @ManyToOne(() => Unit)
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'rooms_unit_fk' })
  unit?: Unit;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('integer')
  number: number;

  @Column('text')
  name: string;

  @Column('text', { array: true, default: '{}' })
  features: string[];

  @Column('date', { name: 'open_from', nullable: true })
  openFrom: string | null;
}
