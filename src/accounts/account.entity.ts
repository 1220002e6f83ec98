import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { ROLES, type Role } from '../platform/actor';

@Entity('accounts')
@Unique('accounts_username', ['username'])
@Check('accounts_role', `role IN ('${ROLES.join("', '")}')`)
@Check('accounts_email', `email LIKE '_%@_%'`)
@Unique('accounts_one_for_a_subject', ['issuer', 'subject'])
@Check('accounts_subject', '(issuer IS NULL) = (subject IS NULL)')
@Check('accounts_window', 'closes_at > opens_at')
@Check(
  'accounts_visitor_window',
  `role <> 'visitor' OR (opens_at IS NOT NULL AND closes_at IS NOT NULL AND closes_at - opens_at <= interval '31 days')`,
)
export class Account {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'accounts_pk' })
  id: string;

  @Column('text')
  username: string;

  @Column('text')
  name: string;

  @Column('text')
  role: Role;

  /** Where notices go. */
  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  /** Who vouches for whoever signs in, and under which name; none for accounts of the demonstration. */
  @Column('text', { nullable: true })
  issuer: string | null;

  @Column('text', { nullable: true })
  subject: string | null;

  /** The units this account is about; `null` when it is every one. */
  @Column('uuid', { name: 'unit_ids', array: true, nullable: true })
  unitIds: string[] | null;

  @Column('text', { nullable: true })
  team: string | null;

  /** Before it nobody can use the account. */
  @Column('timestamptz', { name: 'opens_at', nullable: true })
  opensAt: Date | null;

  /** From then on nobody can. */
  @Column('timestamptz', { name: 'closes_at', nullable: true })
  closesAt: Date | null;
}
