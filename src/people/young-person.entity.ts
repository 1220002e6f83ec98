import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { Family } from './family.entity';

@Entity('young_people')
@Index('young_people_by_family', ['familyId'])
@Index('young_people_by_words', { synchronize: false })
@Check('young_people_not_known', `not_known <@ '{given-name,family-name,date-of-birth,sex,case-reference}'`)
export class YoungPerson {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'young_people_pk' })
  id: string;

  @ManyToOne(() => Family)
  @JoinColumn({ name: 'family_id', foreignKeyConstraintName: 'young_people_family_fk' })
  family?: Family;

  @Column('uuid', { name: 'family_id' })
  familyId: string;

  @Column('text', { name: 'given_name' })
  givenName: string;

  @Column('text', { name: 'family_name' })
  familyName: string;

  @Column('date', { name: 'date_of_birth' })
  dateOfBirth: string;

  @Column('text', { name: 'case_reference' })
  caseReference: string;

  @Column('text', { nullable: true })
  sex: string | null;

  /** What of these is a stand-in: a child taken in an emergency is on file with whatever is known (domain.md §4). */
  @Column('text', { name: 'not_known', array: true, default: '{}' })
  notKnown: string[];

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
