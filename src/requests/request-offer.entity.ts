import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { OfferOutcome } from '../domain/request';
import type { RankFacts } from '../domain/waiting-list';
import { BreakRequest } from './request.entity';

/** Beds held for a request until somebody answers, or the hold runs out. */
@Entity('request_offers')
@Index('request_offers_one_open', ['requestId'], { unique: true, where: `outcome = 'open'` })
@Index('request_offers_by_request', ['requestId', 'madeAt'])
@Check('request_offers_dates', 'departs_on > arrives_on')
@Check('request_offers_outcome', `outcome IN ('open', 'accepted', 'ran-out', 'refused', 'withdrawn')`)
@Check('request_offers_ended_when', `(outcome = 'open') = (ended_at IS NULL)`)
@Check('request_offers_ranked', 'NOT by_waiting_list OR why IS NOT NULL')
export class RequestOffer {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'request_offers_pk' })
  id: string;

  @ManyToOne(() => BreakRequest)
  @JoinColumn({ name: 'request_id', foreignKeyConstraintName: 'request_offers_request_fk' })
  request?: BreakRequest;

  @Column('uuid', { name: 'request_id' })
  requestId: string;

  @Column('uuid', { name: 'group_id', nullable: true })
  groupId: string | null;

  @Column('date', { name: 'arrives_on' })
  arrivesOn: string;

  @Column('date', { name: 'departs_on' })
  departsOn: string;

  @Column('uuid', { name: 'left_out_ids', array: true, default: '{}' })
  leftOut: string[];

  @Column('boolean', { name: 'by_waiting_list', default: false })
  byWaitingList: boolean;

  /** For an offer of the waiting list: what it was ranked by. */
  @Column('jsonb', { nullable: true })
  why: RankFacts | null;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @Column('text', { name: 'made_by_name' })
  madeByName: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('text', { default: 'open' })
  outcome: OfferOutcome;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('text', { name: 'ended_by_name', nullable: true })
  endedByName: string | null;

  @Column('text', { name: 'ended_reason', nullable: true })
  endedReason: string | null;
}
