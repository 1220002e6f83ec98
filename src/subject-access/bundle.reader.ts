import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database';
import { PLAN_SECTIONS } from './plan-sections';
import { RECORD_SECTIONS } from './record-sections';
import { STAY_SECTIONS } from './stay-sections';

const SECTIONS = { ...PLAN_SECTIONS, ...STAY_SECTIONS, ...RECORD_SECTIONS } as const;

/** What is kept of a child, by what it is; as it is written, with everybody in it. */
export type Sections = Readonly<Record<keyof typeof SECTIONS, readonly unknown[]>>;

/** Everything the product keeps that is about one child. */
@Injectable()
export class BundleReader {
  constructor(private readonly database: Database) {}

  async sections(youngPersonId: string, familyId: string): Promise<Sections> {
    const read: Partial<Record<keyof Sections, readonly unknown[]>> = {};
    for (const [name, sql] of Object.entries(SECTIONS) as [keyof Sections, string][])
      read[name] = await this.items(sql, [youngPersonId, familyId]);
    return read as Sections;
  }

  /** As JSON writes dates and instants, not as the driver would. */
  private async items(sql: string, values: readonly string[]): Promise<unknown[]> {
    const rows = await this.database.rows<{ item: unknown }>(
      `SELECT row_to_json(section) AS item FROM (${sql}) AS section`,
      values,
    );
    return rows.map(({ item }) => item);
  }
}
