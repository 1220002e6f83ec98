import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { AssessmentOutcome } from '../domain/diary';
import { YoungPerson } from '../people/young-person.entity';

/** A judgement on an unordered pair, kept in canonical order; a new one supersedes it, none is edited. */
@Entity('compatibility_assessments')
@Index('compatibility_assessments_one_in_force', ['firstYoungPersonId', 'secondYoungPersonId'], {
  unique: true,
  where: 'superseded_at IS NULL',
})
@Index('compatibility_assessments_by_second', ['secondYoungPersonId'])
@Check('compatibility_assessments_outcome', `outcome IN ('compatible', 'with-controls', 'not-together')`)
@Check('compatibility_assessments_pair_in_order', 'first_young_person_id < second_young_person_id')
@Check('compatibility_assessments_controls_said', `outcome <> 'with-controls' OR controls IS NOT NULL`)
export class CompatibilityAssessment {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'compatibility_assessments_pk' })
  id: string;

  @ManyToOne(() => YoungPerson)
  @JoinColumn({
    name: 'first_young_person_id',
    foreignKeyConstraintName: 'compatibility_assessments_first_fk',
  })
  firstYoungPerson?: YoungPerson;

  @Column('uuid', { name: 'first_young_person_id' })
  firstYoungPersonId: string;

  @ManyToOne(() => YoungPerson)
  @JoinColumn({
    name: 'second_young_person_id',
    foreignKeyConstraintName: 'compatibility_assessments_second_fk',
  })
  secondYoungPerson?: YoungPerson;

  @Column('uuid', { name: 'second_young_person_id' })
  secondYoungPersonId: string;

  @Column('text')
  outcome: AssessmentOutcome;

  @Column('text', { nullable: true })
  controls: string | null;

  @Column('text')
  reasons: string;

  /** What goes well between them. */
  @Column('text', { nullable: true })
  strengths: string | null;

  /** What could go wrong between them. */
  @Column('text', { nullable: true })
  risks: string | null;

  /** The last day the judgement holds. */
  @Column('date', { name: 'review_on' })
  reviewOn: string;

  /** Written in an emergency, for the nights until a full one is due. */
  @Column('boolean', { default: false })
  provisional: boolean;

  @Column('timestamptz', { name: 'assessed_at', default: () => 'clock_timestamp()' })
  assessedAt: Date;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId: string | null;

  @Column('text', { name: 'author_name' })
  authorName: string;

  @Column('timestamptz', { name: 'superseded_at', nullable: true })
  supersededAt: Date | null;
}

/** The other of the pair. */
export function otherThan(
  youngPersonId: string,
  { firstYoungPersonId, secondYoungPersonId }: CompatibilityAssessment,
): string {
  return firstYoungPersonId === youngPersonId ? secondYoungPersonId : firstYoungPersonId;
}
