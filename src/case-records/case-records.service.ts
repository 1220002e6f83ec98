import { Injectable } from '@nestjs/common';
import { addYears } from '../domain/calendar-date';
import { londonDate } from '../domain/london';
import { sayMoment } from '../domain/say-moment';
import { Caseload } from '../people/caseload.service';
import { People } from '../people/people.service';
import type { YoungPerson } from '../people/young-person.entity';
import type { Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import type { Listing, ListQuery } from '../platform/listing';
import { Misshapen, NotThere, Refused } from '../platform/problem';
import { PeersNamed } from '../stays/peers-named.service';
import type { CaseRecordDto, CorrectionDto } from './case-record.dto';
import { CaseRecordsReader, type CaseRecord } from './case-records.reader';

/** Where they had last been on that day, or else first went after it. */
const HOME_THEN = `
  SELECT unit_id AS "unitId" FROM (
    SELECT unit_id, arrives_on AS came_on FROM stays WHERE young_person_id = $1
    UNION ALL SELECT unit_id, visits_on FROM day_visits WHERE young_person_id = $1) AS came
  ORDER BY came_on > $2, abs(came_on - $2) LIMIT 1`;

const WRITE = `
  INSERT INTO case_record_entries (young_person_id, unit_id, about_on, text, written_at, author_id, author_name,
    author_role, corrects_id, correction_reason)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  ON CONFLICT ON CONSTRAINT case_record_entries_corrected_once DO NOTHING RETURNING id`;

const OLDEST_YEARS = 25;

interface Entry extends CaseRecordDto {
  readonly youngPersonId: string;
  readonly corrects?: CaseRecord;
  readonly reason?: string;
}

/** Each child's case record: entries signed and dated by their authors, put right by further entries, never changed. */
@Injectable()
export class CaseRecords {
  constructor(
    private readonly database: Database,
    private readonly reader: CaseRecordsReader,
    private readonly people: People,
    private readonly caseload: Caseload,
    private readonly peers: PeersNamed,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  get today(): string {
    return londonDate(this.clock.now());
  }

  /** Whose record it is. @throws NotThere, for another worker's families too. */
  async child(youngPersonId: string, by: Person): Promise<YoungPerson> {
    await this.caseload.refuseStrangersAmong([youngPersonId], by);
    return this.people.one(youngPersonId);
  }

  /** @throws NotThere; Misshapen for a cursor we did not give. */
  async list(youngPersonId: string, query: ListQuery, by: Person): Promise<Listing<CaseRecord>> {
    await this.child(youngPersonId, by);
    return this.reader.of(youngPersonId, query);
  }

  /** @throws NotThere */
  async one(id: string, by: Person): Promise<CaseRecord> {
    const record = await this.reader.one(id);
    await this.caseload.refuseStrangersAmong(
      [record.youngPersonId],
      by,
      'There is no such entry of a case record.',
    );
    return record;
  }

  /** @throws NotThere; Misshapen for a day that cannot be, or words that name another child. */
  async write(youngPersonId: string, asked: CaseRecordDto, by: Person): Promise<CaseRecord> {
    await this.child(youngPersonId, by);
    return this.add({ ...asked, youngPersonId }, by);
  }

  /** @throws NotThere; Misshapen; Refused when it has been corrected: then the correction is what can be. */
  async correct(id: string, { text, on, reason }: CorrectionDto, by: Person): Promise<CaseRecord> {
    const corrects = await this.one(id, by);
    if (corrects.correctedById) throw refusal(corrects);
    const asked = { text, on: on ?? corrects.aboutOn, ...(reason ? { reason } : {}) };
    return this.add({ ...asked, corrects, youngPersonId: corrects.youngPersonId }, by);
  }

  private async add(entry: Entry, by: Person): Promise<CaseRecord> {
    const { youngPersonId, on, text, corrects, reason = null } = entry;
    this.refuseImpossibleDay(on);
    return this.database.transaction(async (tx) => {
      const [home] = await this.database.rows<{ unitId: string }>(HOME_THEN, [youngPersonId, on]);
      const unitId = home?.unitId ?? null;
      await this.refusePeers(entry, unitId);
      const signature = [this.clock.now(), by.id, by.name, by.role];
      const values = [youngPersonId, unitId, on, text, ...signature, corrects?.id ?? null, reason];
      const [written] = await tx.query<{ id: string }[]>(WRITE, values);
      if (!written) throw refusal(await this.reader.one(corrects?.id ?? ''));
      const action = corrects ? 'case-record.corrected' : 'case-record.written';
      const about = { youngPersonId, unitId, subjectId: written.id };
      // The entry itself cannot change, so the trail, which more people read, needs none of its words.
      await this.audit.record(tx, by, { action, ...about, after: { on, corrects: corrects?.id ?? null } });
      return this.reader.one(written.id);
    });
  }

  private refuseImpossibleDay(on: string): void {
    if (on > this.today)
      throw Misshapen.at(
        '/on',
        'What has not happened yet cannot be recorded: choose today or a day before.',
      );
    if (on < addYears(this.today, -OLDEST_YEARS))
      throw Misshapen.at('/on', `That is more than ${OLDEST_YEARS} years ago: check the year.`);
  }

  private async refusePeers(
    { youngPersonId, on, text, reason }: Entry,
    unitId: string | null,
  ): Promise<void> {
    if (!unitId) return;
    const beside = { unitId, youngPersonId, from: on, to: on };
    await this.peers.refuse(text, beside, '/text');
    await this.peers.refuse(reason, beside, '/reason');
  }
}

function refusal({ correctedAt, correctedByName }: CaseRecord): Refused {
  if (!correctedAt) throw new NotThere('There is no such entry of a case record.');
  return new Refused(
    `${correctedByName ?? 'Somebody'} corrected this entry on ${sayMoment(correctedAt)}. ` +
      'An entry is corrected once: correct that correction instead.',
  );
}
