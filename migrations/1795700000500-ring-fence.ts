import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ring-fence and the times of an emergency, by date like every other setting; who changed settings, and why. */
export class RingFence1795700000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE unit_settings
        ADD COLUMN kept_for_planned smallint NOT NULL DEFAULT 0
          CONSTRAINT unit_settings_kept_for_planned CHECK (kept_for_planned >= 0),
        ADD COLUMN kept_for_emergency smallint NOT NULL DEFAULT 0
          CONSTRAINT unit_settings_kept_for_emergency CHECK (kept_for_emergency >= 0),
        ADD COLUMN displacement text NOT NULL DEFAULT 'with-authority'
          CONSTRAINT unit_settings_displacement CHECK (displacement IN ('never', 'with-authority', 'freely')),
        ADD COLUMN emergency_ends_at text NOT NULL DEFAULT '17:00',
        ADD COLUMN overstay_hours smallint NOT NULL DEFAULT 72,
        ADD COLUMN overstay_nights smallint NOT NULL DEFAULT 7,
        ADD COLUMN overstay_further_nights smallint NOT NULL DEFAULT 14,
        ADD COLUMN handover_by text NOT NULL DEFAULT '09:00',
        ADD COLUMN handover_alarm_at text NOT NULL DEFAULT '10:00',
        ADD COLUMN reason text,
        ADD COLUMN recorded_by_name text;
      CREATE INDEX stays_displaced ON stays (young_person_id) WHERE status = 'displaced'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX stays_displaced;
      ALTER TABLE unit_settings DROP COLUMN kept_for_planned, DROP COLUMN kept_for_emergency,
        DROP COLUMN displacement, DROP COLUMN emergency_ends_at, DROP COLUMN overstay_hours,
        DROP COLUMN overstay_nights, DROP COLUMN overstay_further_nights, DROP COLUMN handover_by,
        DROP COLUMN handover_alarm_at, DROP COLUMN reason, DROP COLUMN recorded_by_name`);
  }
}
