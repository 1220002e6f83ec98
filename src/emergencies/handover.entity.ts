import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Unit } from '../units/unit.entity';

/** What a unit's night with emergencies hands to the day, and who has read it (domain.md §4.4). */
@Entity('handovers')
@Unique('handovers_one_a_night', ['unitId', 'night'])
@Index('handovers_not_acknowledged', ['night'], { where: 'acknowledged_at IS NULL' })
@Check(
  'handovers_acknowledged_by_whom',
  `(acknowledged_at IS NULL) = (acknowledged_by_id IS NULL) AND (acknowledged_at IS NULL) = (acknowledged_by_name IS NULL)`,
)
export class Handover {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'handovers_pk' })
  id: string;

  @ForeignKey(() => Unit, { name: 'handovers_unit_fk' })
  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  /** Named by its evening's date. */
  @Column('date')
  night: string;

  /** `null` again when somebody else comes in the same night. */
  @Column('timestamptz', { name: 'acknowledged_at', nullable: true })
  acknowledgedAt: Date | null;

  @Column('uuid', { name: 'acknowledged_by_id', nullable: true })
  acknowledgedById: string | null;

  @Column('text', { name: 'acknowledged_by_name', nullable: true })
  acknowledgedByName: string | null;
}
