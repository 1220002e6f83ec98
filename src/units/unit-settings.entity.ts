import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { DisplacementPolicy } from '../domain/diary';
import { Unit } from './unit.entity';

/** All settings from a date on; a later record for the same date supersedes an earlier one. */
@Entity('unit_settings')
@Index('unit_settings_by_unit', ['unitId', 'fromOn', 'recordedAt'])
@Check('unit_settings_places', 'places > 0')
@Check('unit_settings_ages', 'age_to >= age_from')
@Check('unit_settings_visit_places', 'visit_places >= 0')
@Check('unit_settings_kept_for_planned', 'kept_for_planned >= 0')
@Check('unit_settings_kept_for_emergency', 'kept_for_emergency >= 0')
@Check('unit_settings_displacement', `displacement IN ('never', 'with-authority', 'freely')`)
export class UnitSettingsRecord {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'unit_settings_pk' })
  id: string;

  @ManyToOne(() => Unit)
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'unit_settings_unit_fk' })
  unit?: Unit;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('date', { name: 'from_on' })
  fromOn: string;

  @Column('smallint')
  places: number;

  @Column('smallint', { name: 'age_from' })
  ageFrom: number;

  @Column('smallint', { name: 'age_to' })
  ageTo: number;

  @Column('text', { name: 'night_rolls_at', default: '09:00' })
  nightRollsAt: string;

  @Column('text', { name: 'arrivals_from', default: '16:00' })
  arrivalsFrom: string;

  @Column('text', { name: 'departures_by', default: '10:00' })
  departuresBy: string;

  @Column('smallint', { name: 'assessment_review_days', default: 28 })
  assessmentReviewDays: number;

  @Column('smallint', { name: 'hold_hours', default: 72 })
  holdHours: number;

  @Column('smallint', { name: 'late_cancellation_days', default: 7 })
  lateCancellationDays: number;

  /** The most nights of one stay that need no authority (SI 2010/959, regulation 48). */
  @Column('smallint', { name: 'series_nights', default: 17 })
  seriesNights: number;

  /** The most nights in any 12 months that need no authority (SI 2010/959, regulation 48). */
  @Column('smallint', { name: 'year_nights', default: 75 })
  yearNights: number;

  /** From so many nights in 12 months on, whoever books is told. */
  @Column('smallint', { name: 'year_nights_told_from', default: 60 })
  yearNightsToldFrom: number;

  /** How many may come for a day visit at one moment. */
  @Column('smallint', { name: 'visit_places', default: 4 })
  visitPlaces: number;

  /** The ring-fence: beds an emergency may not take as a matter of course. */
  @Column('smallint', { name: 'kept_for_planned', default: 0 })
  keptForPlanned: number;

  /** The reverse: beds a planned stay may not take as a matter of course. */
  @Column('smallint', { name: 'kept_for_emergency', default: 0 })
  keptForEmergency: number;

  /** Whether an emergency may go beyond the ring-fence, or take the bed of a planned stay. */
  @Column('text', { default: 'with-authority' })
  displacement: DisplacementPolicy;

  /** When, on the next working day, the day's services take over from an emergency. */
  @Column('text', { name: 'emergency_ends_at', default: '17:00' })
  emergencyEndsAt: string;

  @Column('smallint', { name: 'overstay_hours', default: 72 })
  overstayHours: number;

  @Column('smallint', { name: 'overstay_nights', default: 7 })
  overstayNights: number;

  @Column('smallint', { name: 'overstay_further_nights', default: 14 })
  overstayFurtherNights: number;

  @Column('text', { name: 'handover_by', default: '09:00' })
  handoverBy: string;

  /** From when a handover nobody acknowledged is shown to all staff. */
  @Column('text', { name: 'handover_alarm_at', default: '10:00' })
  handoverAlarmAt: string;

  /** Why they were changed. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { name: 'recorded_by_name', nullable: true })
  recordedByName: string | null;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'clock_timestamp()' })
  recordedAt: Date;
}

/** What a record sets: all but which record it is, and who made it. */
export type SettingsSet = Omit<
  UnitSettingsRecord,
  'id' | 'unit' | 'recordedAt' | 'reason' | 'recordedByName'
>;

/** The date a unit's first settings hold from, so that its history has settings too. */
export const SINCE_ALWAYS = '1900-01-01';

/** Oldest first, one a date: the last recorded. */
export function withoutSuperseded(records: readonly UnitSettingsRecord[]): UnitSettingsRecord[] {
  const byDate = new Map(
    [...records]
      .sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime())
      .map((record) => [record.fromOn, record]),
  );
  return [...byDate.values()].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
}

/** @throws Error when the unit has no settings, which `open` rules out. */
export function inForceOn(records: readonly UnitSettingsRecord[], on: string): UnitSettingsRecord {
  const ordered = withoutSuperseded(records);
  const found = ordered.findLast(({ fromOn }) => fromOn <= on) ?? ordered[0];
  if (!found) throw new Error('A unit without settings');
  return found;
}
