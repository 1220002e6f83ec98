import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { Urgency } from '../domain/request';
import { Family } from '../people/family.entity';
import { Unit } from '../units/unit.entity';

/** "Every other weekend until July": one ask that led to a request for each date. */
@Entity('request_series')
@Index('request_series_by_family', ['familyId'])
@Check('request_series_nights', 'nights > 0')
@Check('request_series_weekday', 'weekday BETWEEN 1 AND 7')
@Check('request_series_every_weeks', 'every_weeks > 0')
@Check('request_series_dates', 'until_on >= from_on')
@Check('request_series_urgency', `urgency IN ('routine', 'soon', 'urgent')`)
export class RequestSeriesRecord {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'request_series_pk' })
  id: string;

  @ManyToOne(() => Unit)
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'request_series_unit_fk' })
  unit?: Unit;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @ManyToOne(() => Family)
  @JoinColumn({ name: 'family_id', foreignKeyConstraintName: 'request_series_family_fk' })
  family?: Family;

  @Column('uuid', { name: 'family_id' })
  familyId: string;

  @Column('smallint')
  nights: number;

  /** ISO weekday of arrival. */
  @Column('smallint')
  weekday: number;

  @Column('smallint', { name: 'every_weeks' })
  everyWeeks: number;

  @Column('date', { name: 'from_on' })
  fromOn: string;

  /** The last day of arrival there may be. */
  @Column('date', { name: 'until_on' })
  untilOn: string;

  @Column('text')
  reason: string;

  @Column('text')
  urgency: Urgency;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;

  @Column('uuid', { name: 'requested_by_id', nullable: true })
  requestedById: string | null;

  @Column('text', { name: 'requested_by_name' })
  requestedByName: string;
}
