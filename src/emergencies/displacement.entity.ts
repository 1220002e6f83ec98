import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { YoungPerson } from '../people/young-person.entity';
import { BreakRequest } from '../requests/request.entity';
import { Stay } from '../stays/stay.entity';
import { EmergencyClaim } from './emergency-claim.entity';

/** A planned stay that lost its bed to an emergency: who decided, why, what was offered instead (domain.md §1). */
@Entity('displacements')
@Unique('displacements_one_a_stay', ['stayId'])
@Index('displacements_by_claim', ['claimId'])
@Index('displacements_by_request', ['requestId'], { where: 'request_id IS NOT NULL' })
@Check('displacements_nights', 'nights > 0')
@Check('displacements_notice', 'notice_nights >= 0')
export class Displacement {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'displacements_pk' })
  id: string;

  @ForeignKey(() => EmergencyClaim, { name: 'displacements_claim_fk' })
  @Column('uuid', { name: 'claim_id' })
  claimId: string;

  @ForeignKey(() => Stay, { name: 'displacements_stay_fk' })
  @Column('uuid', { name: 'stay_id' })
  stayId: string;

  @ForeignKey(() => YoungPerson, { name: 'displacements_young_person_fk' })
  @Column('uuid', { name: 'young_person_id' })
  youngPersonId: string;

  /** How many nights they lost. */
  @Column('smallint')
  nights: number;

  /** How many nights before its arrival the stay was lost. */
  @Column('smallint', { name: 'notice_nights' })
  noticeNights: number;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;

  @Column('text', { name: 'decided_by_name' })
  decidedByName: string;

  @Column('text', { name: 'approved_by_name' })
  approvedByName: string;

  @Column('text')
  reason: string;

  /** The request by which the family is to have its nights after all: first in the queue. */
  @ForeignKey(() => BreakRequest, { name: 'displacements_request_fk' })
  @Column('uuid', { name: 'request_id', nullable: true })
  requestId: string | null;

  /** Days of arrival that worked when they were offered. */
  @Column('date', { name: 'dates_offered', array: true, default: '{}' })
  datesOffered: string[];
}
