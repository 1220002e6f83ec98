import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity';

/** An address at which a calendar reads the stays an account may know of; whoever has it needs nothing else. */
@Entity('calendar_feeds')
@Unique('calendar_feeds_secret', ['secretHash'])
@Check('calendar_feeds_hash', `secret_hash ~ '^[0-9a-f]{64}$'`)
@Index('calendar_feeds_one_live', ['accountId'], { unique: true, where: 'revoked_at IS NULL' })
export class CalendarFeed {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'calendar_feeds_pk' })
  id: string;

  @ForeignKey(() => Account, { name: 'calendar_feeds_account_fk' })
  @Column('uuid', { name: 'account_id' })
  accountId: string;

  /** SHA-256: the secret itself is in nobody's hands but the calendar's. */
  @Column('text', { name: 'secret_hash' })
  secretHash: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;

  /** When the audit trail last heard that it was used. */
  @Column('timestamptz', { name: 'noted_at', nullable: true })
  notedAt: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
