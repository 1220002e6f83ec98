import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Exclusion,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { Unit } from './unit.entity';

@Entity('contracts')
@Check('contracts_dates', 'ends_on > starts_on')
@Check('contracts_nights', 'nights_per_year > 0')
@Check('contracts_cost', 'cost_pence_per_year >= 0')
@Check('contracts_spot_price', 'spot_price_pence_per_night > 0')
@Exclusion('contracts_never_overlap', 'USING gist (unit_id WITH =, daterange(starts_on, ends_on) WITH &&)')
export class Contract {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'contracts_pk' })
  id: string;

  @ManyToOne(() => Unit)
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'contracts_unit_fk' })
  unit?: Unit;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('date', { name: 'starts_on' })
  startsOn: string;

  /** Exclusive. */
  @Column('date', { name: 'ends_on' })
  endsOn: string;

  @Column('integer', { name: 'nights_per_year' })
  nightsPerYear: number;

  @Column('bigint', { name: 'cost_pence_per_year' })
  costPencePerYear: number;

  @Column('bigint', { name: 'spot_price_pence_per_night', nullable: true })
  spotPricePencePerNight: number | null;

  @CreateDateColumn({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;
}
