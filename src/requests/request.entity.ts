import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
} from 'typeorm';
import type { DeclineCode } from '../domain/decline-reasons';
import type { RequestStatus, Urgency } from '../domain/request';
import { Family } from '../people/family.entity';
import { Unit } from '../units/unit.entity';
import { RequestSeriesRecord } from './request-series.entity';

/** A CAS worker's ask for nights for one or more siblings; its young people and stays are in tables of their own. */
@Entity('requests')
@Index('requests_queue', ['unitId', 'status', 'requestedAt', 'id'])
@Index('requests_by_time', ['requestedAt', 'id'])
@Index('requests_by_family', ['familyId'])
@Index('requests_by_series', ['seriesId'], { where: 'series_id IS NOT NULL' })
@Check('requests_nights', 'nights > 0')
@Check('requests_window', 'latest >= earliest')
@Check('requests_urgency', `urgency IN ('routine', 'soon', 'urgent')`)
@Check('requests_status', `status IN ('open', 'offered', 'placed', 'waiting', 'declined', 'withdrawn')`)
@Check(
  'requests_answer_code',
  `answer_code IN ('no-suitable-dates', 'nights-used', 'not-compatible', 'unit-closed', 'needs-other-service', 'plan-needed', 'other')`,
)
@Check('requests_waiting_since', `status <> 'waiting' OR waiting_since IS NOT NULL`)
@Check('requests_declined_why', `(status = 'declined') = (answer_code IS NOT NULL)`)
@Check('requests_other_in_words', `answer_code <> 'other' OR answer_words IS NOT NULL`)
export class BreakRequest {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'requests_pk' })
  id: string;

  @ManyToOne(() => Unit)
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'requests_unit_fk' })
  unit?: Unit;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @ManyToOne(() => Family)
  @JoinColumn({ name: 'family_id', foreignKeyConstraintName: 'requests_family_fk' })
  family?: Family;

  @Column('uuid', { name: 'family_id' })
  familyId: string;

  @ForeignKey(() => RequestSeriesRecord, { name: 'requests_series_fk' })
  @Column('uuid', { name: 'series_id', nullable: true })
  seriesId: string | null;

  @Column('smallint')
  nights: number;

  /** The first day of arrival that suits. */
  @Column('date')
  earliest: string;

  /** The last day of arrival that suits. */
  @Column('date')
  latest: string;

  /** ISO weekdays of arrival; none means that every day suits. */
  @Column('smallint', { array: true, default: '{}' })
  weekdays: number[];

  @Column('text')
  reason: string;

  @Column('text')
  urgency: Urgency;

  @Column('text', { array: true, default: '{}' })
  wishes: string[];

  /** Whom the worker accepts to be left out. */
  @Column('uuid', { name: 'left_out_ids', array: true, default: '{}' })
  mayLeaveOut: string[];

  /** One of them lost a bed to an emergency: first in the queue. */
  @Column('boolean', { name: 'displaced_before', default: false })
  displacedBefore: boolean;

  /** As last written; an offer that has run out since is read as what it is. */
  @Column('text', { default: 'open' })
  status: RequestStatus;

  /** Set when the answer was "not yet": where the request falls back to when an offer comes to nothing. */
  @Column('timestamptz', { name: 'waiting_since', nullable: true })
  waitingSince: Date | null;

  @Column('text', { name: 'answer_code', nullable: true })
  answerCode: DeclineCode | null;

  @Column('text', { name: 'answer_words', nullable: true })
  answerWords: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  @Column('text', { name: 'answered_by_name', nullable: true })
  answeredByName: string | null;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;

  @Column('uuid', { name: 'requested_by_id', nullable: true })
  requestedById: string | null;

  @Column('text', { name: 'requested_by_name' })
  requestedByName: string;

  /** The row version: ETag and If-Match. */
  @Column('integer', { default: 1 })
  version: number;
}
