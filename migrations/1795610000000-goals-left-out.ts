import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A draft may drop a goal; nothing is deleted, so it is kept and marked. */
export class GoalsLeftOut1795610000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE short_break_goals ADD left_out_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE short_break_goals DROP left_out_at');
  }
}
