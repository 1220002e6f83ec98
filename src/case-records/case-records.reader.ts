import { Injectable } from '@nestjs/common';
import { isCalendarDate } from '../domain/calendar-date';
import type { Role } from '../platform/actor';
import { Database } from '../platform/database';
import { afterOf, limitOf, listing, type Listing, type ListQuery } from '../platform/listing';
import { Misshapen, NotThere } from '../platform/problem';

export interface CaseRecord {
  readonly id: string;
  readonly youngPersonId: string;
  readonly unitId: string | null;
  /** The day it is about. */
  readonly aboutOn: string;
  readonly text: string;
  readonly writtenAt: Date;
  readonly authorId: string;
  readonly authorName: string;
  readonly authorRole: Role;
  /** What it puts right. */
  readonly correctsId: string | null;
  readonly correctsAboutOn: string | null;
  readonly correctsWrittenAt: Date | null;
  readonly correctionReason: string | null;
  /** What puts it right; `null` while it stands as written. */
  readonly correctedById: string | null;
  readonly correctedAt: Date | null;
  readonly correctedByName: string | null;
}

const RECORDS = `
  SELECT entry.id, entry.young_person_id AS "youngPersonId", entry.unit_id AS "unitId", entry.about_on AS "aboutOn",
    entry.text, entry.written_at AS "writtenAt", entry.author_id AS "authorId", entry.author_name AS "authorName",
    entry.author_role AS "authorRole", entry.corrects_id AS "correctsId", corrected.about_on AS "correctsAboutOn",
    corrected.written_at AS "correctsWrittenAt", entry.correction_reason AS "correctionReason",
    correction.id AS "correctedById", correction.written_at AS "correctedAt",
    correction.author_name AS "correctedByName"
  FROM case_record_entries AS entry
    LEFT JOIN case_record_entries AS corrected ON corrected.id = entry.corrects_id
    LEFT JOIN case_record_entries AS correction ON correction.corrects_id = entry.id`;

const OF_YOUNG_PERSON = `${RECORDS}
  WHERE entry.young_person_id = $1
    AND ($2::date IS NULL OR (entry.about_on, entry.written_at, entry.id) < ($2, $3::timestamptz, $4::uuid))
  ORDER BY entry.about_on DESC, entry.written_at DESC, entry.id DESC LIMIT $5`;

const COUNT = 'SELECT count(*) AS entries FROM case_record_entries WHERE young_person_id = $1';

const KEY = /^(\d{4}-\d\d-\d\d) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/;

/** What is written of a child, corrected entries among it. */
@Injectable()
export class CaseRecordsReader {
  constructor(private readonly database: Database) {}

  /** About the latest day first, then the latest written. */
  async of(youngPersonId: string, query: ListQuery = {}): Promise<Listing<CaseRecord>> {
    const after = afterOf(query);
    const [, aboutOn = null, writtenAt = null] = KEY.exec(after?.key ?? '') ?? [];
    if (after && !(isCalendarDate(aboutOn) && isFinite(Date.parse(writtenAt ?? ''))))
      throw Misshapen.at('/cursor', 'Use the nextCursor of the page before, unchanged.');
    const values = [youngPersonId, aboutOn, writtenAt, after?.id ?? null, limitOf(query) + 1];
    const rows = await this.database.rows<CaseRecord>(OF_YOUNG_PERSON, values);
    return listing(rows, query, (row) => `${row.aboutOn} ${row.writtenAt.toISOString()}`);
  }

  async countOf(youngPersonId: string): Promise<number> {
    const [row] = await this.database.rows<{ entries: number }>(COUNT, [youngPersonId]);
    return row?.entries ?? 0;
  }

  /** @throws NotThere */
  async one(id: string): Promise<CaseRecord> {
    const [record] = await this.database.rows<CaseRecord>(`${RECORDS} WHERE entry.id = $1`, [id]);
    if (!record) throw new NotThere('There is no such entry of a case record.');
    return record;
  }
}
