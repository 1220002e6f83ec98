import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { YoungPerson } from '../people/young-person.entity';
import type { Role } from '../platform/actor';
import { Unit } from '../units/unit.entity';

/** One entry of a child's case record: written once, never changed, corrected by another. */
@Entity('case_record_entries')
@Index('case_record_entries_by_young_person', ['youngPersonId', 'aboutOn', 'writtenAt'])
@Unique('case_record_entries_of_a_young_person', ['id', 'youngPersonId'])
@Unique('case_record_entries_corrected_once', ['correctsId'])
@ForeignKey(() => CaseRecordEntry, ['correctsId', 'youngPersonId'], ['id', 'youngPersonId'], {
  name: 'case_record_entries_corrects_own_fk',
})
@Check('case_record_entries_says_something', `text ~ '\\S'`)
@Check('case_record_entries_corrects_another', 'corrects_id <> id')
@Check('case_record_entries_reason_of_a_correction', 'correction_reason IS NULL OR corrects_id IS NOT NULL')
export class CaseRecordEntry {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'case_record_entries_pk' })
  id: string;

  @ForeignKey(() => YoungPerson, { name: 'case_record_entries_young_person_fk' })
  @Column('uuid', { name: 'young_person_id' })
  youngPersonId: string;

  /** The home whose record it is; `null` for a child who has not stayed or visited. */
  @ForeignKey(() => Unit, { name: 'case_record_entries_unit_fk' })
  @Column('uuid', { name: 'unit_id', nullable: true })
  unitId: string | null;

  @Column('date', { name: 'about_on' })
  aboutOn: string;

  @Column('text')
  text: string;

  @Column('timestamptz', { name: 'written_at', default: () => 'now()' })
  writtenAt: Date;

  @Column('uuid', { name: 'author_id' })
  authorId: string;

  @Column('text', { name: 'author_name' })
  authorName: string;

  @Column('text', { name: 'author_role' })
  authorRole: Role;

  @Column('uuid', { name: 'corrects_id', nullable: true })
  correctsId: string | null;

  @Column('text', { name: 'correction_reason', nullable: true })
  correctionReason: string | null;
}
