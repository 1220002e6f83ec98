import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('units')
export class Unit {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'units_pk' })
  id: string;

  @Column('text')
  name: string;

  /** Bumped by every change of the diary: the board's ETag and live-update cursor. */
  @Column('bigint', { default: 0 })
  revision: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
