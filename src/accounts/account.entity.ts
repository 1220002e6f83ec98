import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { ROLES, type Role } from '../platform/actor';

@Entity('accounts')
@Unique('accounts_username', ['username'])
@Check('accounts_role', `role IN ('${ROLES.join("', '")}')`)
@Check('accounts_email', `email LIKE '_%@_%'`)
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
}
