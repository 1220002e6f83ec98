import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('families')
export class Family {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'families_pk' })
  id: string;

  /** What the council calls the family. */
  @Column('text')
  reference: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
