import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A message to one person, as it was written and what became of it. It names no child: it links to where the name is. */
@Entity('notices')
@Unique('notices_once', ['once'])
@Index('notices_by_time', ['writtenAt', 'id'])
@Index('notices_failed', ['failedAt'], { where: 'failed_at IS NOT NULL' })
@Check('notices_link', `link ~ '^/([^/]|$)'`)
@Check('notices_attempts', 'attempts >= 0')
@Check('notices_one_end', 'num_nonnulls(sent_at, failed_at, kept_at, next_at) <= 1')
@Check('notices_failed_why', 'failed_at IS NULL OR last_error IS NOT NULL')
export class Notice {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'notices_pk' })
  id: string;

  @Column('text')
  kind: string;

  @ForeignKey('Account', { name: 'notices_account_fk' })
  @Column('uuid', { name: 'to_account_id', nullable: true })
  toAccountId: string | null;

  @Column('text', { name: 'to_name' })
  toName: string;

  /** Missing when nobody has entered one. */
  @Column('text', { name: 'to_address', nullable: true })
  toAddress: string | null;

  @ForeignKey('Unit', { name: 'notices_unit_fk' })
  @Column('uuid', { name: 'unit_id', nullable: true })
  unitId: string | null;

  @Column('text')
  subject: string;

  @Column('text')
  body: string;

  /** A path of this product. */
  @Column('text')
  link: string;

  /** What the notice is about, where it must not be written twice. */
  @Column('text', { nullable: true })
  once: string | null;

  @Column('timestamptz', { name: 'written_at' })
  writtenAt: Date;

  @Column('smallint', { default: 0 })
  attempts: number;

  /** When it is tried again, after a try that failed. */
  @Column('timestamptz', { name: 'next_at', nullable: true })
  nextAt: Date | null;

  @Column('text', { name: 'last_error', nullable: true })
  lastError: string | null;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;

  /** When it was given up. */
  @Column('timestamptz', { name: 'failed_at', nullable: true })
  failedAt: Date | null;

  /** When it was its turn and no way of sending was set up. */
  @Column('timestamptz', { name: 'kept_at', nullable: true })
  keptAt: Date | null;
}
