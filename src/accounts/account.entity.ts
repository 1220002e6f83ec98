import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { ROLES, type Role } from '../platform/actor';

@Entity('accounts')
@Unique('accounts_username', ['username'])
@Check('accounts_role', `role IN ('${ROLES.join("', '")}')`)
export class Account {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'accounts_pk' })
  id: string;

  @Column('text')
  username: string;

  @Column('text')
  name: string;

  @Column('text')
  role: Role;

  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;
}
