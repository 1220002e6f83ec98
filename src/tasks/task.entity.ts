import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { Account } from '../accounts/account.entity';
import {
  CLOSED_WHYS,
  TASK_KINDS,
  TASK_OWNERS,
  type ClosedWhy,
  type TaskKind,
  type TaskOwner,
} from '../domain/task';
import { YoungPerson } from '../people/young-person.entity';
import { Unit } from '../units/unit.entity';

const oneOf = (choices: readonly string[]) => choices.map((choice) => `'${choice}'`).join(', ');

/** Something somebody has to do by a time; once closed it stays as it is. */
@Entity('tasks')
@Unique('tasks_raised_once', ['raiseKey'])
@Index('tasks_open', ['dueAt', 'id'], { where: 'done_at IS NULL' })
@Index('tasks_closed', ['doneAt', 'id'], { where: 'done_at IS NOT NULL' })
@Index('tasks_by_stay', ['stayId'])
@Check('tasks_kind', `kind IN (${oneOf(TASK_KINDS)})`)
@Check('tasks_owner_role', `owner_role IN (${oneOf(TASK_OWNERS)})`)
@Check('tasks_link', `link ~ '^/[^/]'`)
@Check('tasks_closed_why', `closed_why IN (${oneOf(CLOSED_WHYS)})`)
@Check(
  'tasks_closed_by_whom',
  `(done_at IS NULL) = (closed_why IS NULL) AND (done_at IS NULL) = (done_by_name IS NULL) AND (done_at IS NULL) = (done_words IS NULL)`,
)
export class TaskRecord {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'tasks_pk' })
  id: string;

  @ManyToOne(() => Unit)
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'tasks_unit_fk' })
  unit?: Unit;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('text')
  kind: TaskKind;

  @ManyToOne(() => YoungPerson)
  @JoinColumn({ name: 'young_person_id', foreignKeyConstraintName: 'tasks_young_person_fk' })
  youngPerson?: YoungPerson;

  @Column('uuid', { name: 'young_person_id', nullable: true })
  youngPersonId: string | null;

  @ForeignKey('Stay', { name: 'tasks_stay_fk' })
  @Column('uuid', { name: 'stay_id', nullable: true })
  stayId: string | null;

  /** Names nobody. */
  @Column('text')
  words: string;

  @Column('text', { name: 'owner_role' })
  ownerRole: TaskOwner;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'owner_id', foreignKeyConstraintName: 'tasks_owner_fk' })
  owner?: Account;

  /** Who took it; nobody yet while it is `null`. */
  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId: string | null;

  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;

  @Column('timestamptz', { name: 'raised_at' })
  raisedAt: Date;

  /** What raised it, so that raising it again, by whichever process, is nothing. */
  @Column('text', { name: 'raise_key' })
  raiseKey: string;

  /** Where it is done: a path of ours. */
  @Column('text', { nullable: true })
  link: string | null;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt: Date | null;

  @Column('uuid', { name: 'done_by_id', nullable: true })
  doneById: string | null;

  @Column('text', { name: 'done_by_name', nullable: true })
  doneByName: string | null;

  @Column('text', { name: 'done_words', nullable: true })
  doneWords: string | null;

  @Column('text', { name: 'closed_why', nullable: true })
  closedWhy: ClosedWhy | null;
}
