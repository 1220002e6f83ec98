import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Claims of a bed in an emergency, the stays displaced by them, and children of whom not everything is known yet. */
export class Emergencies1795700002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE young_people
        ADD COLUMN sex text,
        ADD COLUMN not_known text[] NOT NULL DEFAULT '{}'
          CONSTRAINT young_people_not_known
          CHECK (not_known <@ '{given-name,family-name,date-of-birth,sex,case-reference}');

      ALTER TABLE authorisations ALTER COLUMN manager_id DROP NOT NULL, ADD COLUMN recorded_by_name text;

      ALTER TABLE compatibility_assessments ADD COLUMN provisional boolean NOT NULL DEFAULT false;

      CREATE TABLE emergency_claims (
        id uuid CONSTRAINT emergency_claims_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        unit_id uuid NOT NULL CONSTRAINT emergency_claims_unit_fk REFERENCES units,
        stay_id uuid NOT NULL CONSTRAINT emergency_claims_stay_fk REFERENCES stays
          CONSTRAINT emergency_claims_one_a_stay UNIQUE,
        young_person_id uuid NOT NULL CONSTRAINT emergency_claims_young_person_fk REFERENCES young_people,
        night date NOT NULL,
        claimed_at timestamptz NOT NULL,
        claimed_by_id uuid NOT NULL,
        claimed_by_name text NOT NULL,
        claimed_by_role text NOT NULL,
        ends_at timestamptz NOT NULL,
        legal_basis text NOT NULL CONSTRAINT emergency_claims_legal_basis CHECK (legal_basis IN ('s17', 's20-series',
          's20', 'own-consent-16-17', 'police-protection', 'epo', 'care-order', 'remand')),
        police_protection_from timestamptz,
        consent_by text,
        consent_how text,
        consent_at text,
        reason text NOT NULL,
        alternatives text NOT NULL,
        approved_by_name text NOT NULL,
        approved_by_role text NOT NULL,
        approved_at timestamptz NOT NULL,
        risks text[] NOT NULL,
        care_alongside text,
        medical_consent text,
        allergies text,
        medication text,
        transport text,
        expected_at timestamptz,
        controls text[] NOT NULL DEFAULT '{}',
        not_known text[] NOT NULL DEFAULT '{}',
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT emergency_claims_protection_has_a_start
          CHECK ((legal_basis = 'police-protection') = (police_protection_from IS NOT NULL)),
        CONSTRAINT emergency_claims_consent CHECK (consent_by IS NOT NULL
          OR legal_basis NOT IN ('s17', 's20-series', 's20', 'own-consent-16-17'))
      );
      CREATE INDEX emergency_claims_by_night ON emergency_claims (unit_id, night);
      CREATE INDEX emergency_claims_by_claimant ON emergency_claims (claimed_by_id, claimed_at);

      CREATE TABLE displacements (
        id uuid CONSTRAINT displacements_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        claim_id uuid NOT NULL CONSTRAINT displacements_claim_fk REFERENCES emergency_claims,
        stay_id uuid NOT NULL CONSTRAINT displacements_stay_fk REFERENCES stays
          CONSTRAINT displacements_one_a_stay UNIQUE,
        young_person_id uuid NOT NULL CONSTRAINT displacements_young_person_fk REFERENCES young_people,
        nights smallint NOT NULL CONSTRAINT displacements_nights CHECK (nights > 0),
        notice_nights smallint NOT NULL CONSTRAINT displacements_notice CHECK (notice_nights >= 0),
        decided_at timestamptz NOT NULL,
        decided_by_name text NOT NULL,
        approved_by_name text NOT NULL,
        reason text NOT NULL,
        request_id uuid CONSTRAINT displacements_request_fk REFERENCES requests,
        dates_offered date[] NOT NULL DEFAULT '{}'
      );
      CREATE INDEX displacements_by_claim ON displacements (claim_id);
      CREATE INDEX displacements_by_request ON displacements (request_id) WHERE request_id IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE displacements;
      DROP TABLE emergency_claims;
      ALTER TABLE compatibility_assessments DROP COLUMN provisional;
      ALTER TABLE authorisations DROP COLUMN recorded_by_name;
      ALTER TABLE authorisations DISABLE TRIGGER USER;
      UPDATE authorisations SET manager_id = '00000000-0000-0000-0000-000000000000' WHERE manager_id IS NULL;
      ALTER TABLE authorisations ENABLE TRIGGER USER;
      ALTER TABLE authorisations ALTER COLUMN manager_id SET NOT NULL;
      ALTER TABLE young_people DROP COLUMN sex, DROP COLUMN not_known`);
  }
}
