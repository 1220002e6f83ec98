import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Database } from '../database';
import { isId } from '../sent-form';
import { ABOUT, nounOf, type About } from './about';

interface Row extends About {
  readonly id: string;
}

/** Each noun's query takes one id; here it is asked for many at once. */
const GATHERED = (rows: string): string => `
  SELECT asked.id, array_remove(array_agg(DISTINCT unit_id), NULL) AS "unitIds",
    array_remove(array_agg(DISTINCT family_id), NULL) AS "familyIds",
    array_remove(array_agg(DISTINCT young_person_id), NULL) AS "youngPersonIds"
  FROM unnest($1::uuid[]) AS asked(id) CROSS JOIN LATERAL (${rows.replaceAll('$1', 'asked.id')}) AS about
  GROUP BY asked.id`;

/** Those of the ids that exist; of a family everybody in it. */
const EXISTING = `
  SELECT ARRAY(SELECT id FROM units WHERE id = ANY($1::uuid[])) AS "unitIds",
    ARRAY(SELECT id FROM families WHERE id = ANY($2::uuid[])) AS "familyIds",
    ARRAY(SELECT id FROM young_people WHERE id = ANY($3::uuid[]) OR family_id = ANY($2::uuid[])) AS "youngPersonIds"`;

/** Finds out whom and which unit a request is about: for scope, for looks, and for what is said of refusals. */
@Injectable()
export class Subjects {
  constructor(private readonly database: Database) {}

  /** `undefined` when its address names no id, or nothing that exists. @throws Error for a noun nobody told us of. */
  async of(request: Request): Promise<About | undefined> {
    const { path } = (request.route ?? {}) as { readonly path?: string };
    const noun = nounOf(path ?? '');
    const { id } = request.params;
    if (noun === undefined || typeof id !== 'string' || !isId(id)) return undefined;
    return this.named(noun, id);
  }

  async named(noun: string, id: string): Promise<About | undefined> {
    return (await this.eachNamed(noun, [id])).get(id);
  }

  /** By id; what does not exist is not in it. */
  async eachNamed(noun: string, ids: readonly string[]): Promise<ReadonlyMap<string, About>> {
    const rows = ABOUT[noun];
    if (rows === undefined) throw new Error(`Nobody knows whom ${noun} are about.`);
    const found = await this.database.rows<Row>(GATHERED(rows), [ids]);
    return new Map(found.map(({ id, ...about }) => [id, about]));
  }

  /** Of ids somebody gave, what there is. */
  async given({ unitIds, familyIds, youngPersonIds }: About): Promise<About> {
    const [about] = await this.database.rows<Row>(EXISTING, [unitIds, familyIds, youngPersonIds]);
    return about ?? { unitIds: [], familyIds: [], youngPersonIds: [] };
  }
}
