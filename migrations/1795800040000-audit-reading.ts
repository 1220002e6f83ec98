import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit trail is read newest first: of one child, of one person, of one unit, or of some days. */
const INDEXES = [
  'DROP INDEX audit_entries_by_young_person',
  'CREATE INDEX audit_entries_by_young_person ON audit_entries (young_person_id, id)',
  'CREATE INDEX audit_entries_by_actor ON audit_entries (actor_id, id)',
  'CREATE INDEX audit_entries_by_unit ON audit_entries (unit_id, id)',
  'CREATE INDEX audit_entries_by_moment ON audit_entries USING brin (at)',
  `CREATE INDEX audit_entries_by_found ON audit_entries USING gin ((after -> 'youngPersonIds') jsonb_path_ops)
    WHERE action = 'people.searched'`,
];

const UNDO = [
  'DROP INDEX audit_entries_by_found',
  'DROP INDEX audit_entries_by_moment',
  'DROP INDEX audit_entries_by_unit',
  'DROP INDEX audit_entries_by_actor',
  'DROP INDEX audit_entries_by_young_person',
  'CREATE INDEX audit_entries_by_young_person ON audit_entries (young_person_id)',
];

export class AuditReading1795800040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const index of INDEXES) await runner.query(index);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of UNDO) await runner.query(index);
  }
}
