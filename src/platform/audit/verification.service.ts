import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { ChainWalk, type Break, type Head, type Link } from './chain-walk';

/** What is said of one chain: a unit's, or of what concerns no unit. */
export interface ChainFound {
  readonly unitId: string | null;
  readonly entries: number;
  /** In hex: kept elsewhere, it proves later that nothing up to here was written anew. */
  readonly head: string;
  readonly broken: Break | null;
}

export interface Verification {
  readonly whole: boolean;
  readonly entries: number;
  readonly chains: readonly ChainFound[];
  /** Entries that no chain holds: somebody wrote them past the database's own rules. */
  readonly unsealed: readonly number[];
}

/** A head noted earlier, to be found again. */
export interface KeptHead {
  readonly unitId: string | null;
  readonly entries: number;
  readonly head: string;
}

const OF_NO_UNIT = '00000000-0000-0000-0000-000000000000';
const AT_ONCE = 5_000;

/** Of links whose head is gone too: a chain is no less broken without its end. */
const HEADS = `
  SELECT chain, coalesce(length, 0) AS length, coalesce(hash, '') AS hash
  FROM audit_chains FULL JOIN (SELECT DISTINCT chain FROM audit_links) AS linked USING (chain) ORDER BY chain`;

const moment = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Read as plain columns: what is checked is reckoned here again, not by functions of the database. */
const LINKS = `
  SELECT chain, position, entry_id AS "entryId", hash, CASE WHEN audit_entries.id IS NOT NULL THEN
    ARRAY[${moment('sealed_at')}, audit_entries.id::text, ${moment('at')}, actor_id::text, actor_name, actor_role,
      action, unit_id::text, young_person_id::text, subject_id::text, before::text, after::text, reason,
      request_id::text] END AS entry
  FROM audit_links LEFT JOIN audit_entries ON audit_entries.id = entry_id
  WHERE chain = $1 AND position > $2 ORDER BY position LIMIT ${AT_ONCE}`;

const UNSEALED = `
  SELECT id FROM audit_entries WHERE NOT EXISTS (SELECT FROM audit_links WHERE entry_id = id) ORDER BY id LIMIT 100`;

/** Reckons every chain of the audit trail again, and finds the first link of each that does not hold. */
@Injectable()
export class AuditVerification {
  constructor(private readonly database: Database) {}

  /** @param onProgress is told how many links were followed. */
  async verify(
    kept: readonly KeptHead[] = [],
    onProgress?: (followed: number) => void,
  ): Promise<Verification> {
    return this.database.snapshot(async () => {
      const chains: ChainFound[] = [];
      let followed = 0;
      const told = (more: number): void => onProgress?.((followed += more));
      for (const head of await this.database.rows<Head>(HEADS))
        chains.push(await this.follow(head, kept, told));
      const unsealed = (await this.database.rows<{ id: number }>(UNSEALED)).map(({ id }) => id);
      for (const each of kept)
        if (!chains.some(({ unitId }) => unitId === each.unitId)) chains.push(gone(each));
      const whole = unsealed.length === 0 && chains.every(({ broken }) => !broken);
      return { whole, entries: chains.reduce((sum, { entries }) => sum + entries, 0), chains, unsealed };
    });
  }

  private async follow(
    head: Head,
    kept: readonly KeptHead[],
    told: (more: number) => void,
  ): Promise<ChainFound> {
    const unitId = head.chain === OF_NO_UNIT ? null : head.chain;
    const noted = kept.find((each) => each.unitId === unitId);
    const walk = new ChainWalk();
    let changed: Break | undefined =
      noted && noted.entries > head.length ? shorter(noted, head.length) : undefined;
    for (let last = 0; ;) {
      const links = await this.database.rows<Link>(LINKS, [head.chain, last]);
      for (const link of links) {
        walk.follow(link);
        if (link.position === noted?.entries && link.hash.toString('hex') !== noted.head)
          changed ??= rewritten(link);
      }
      told(links.length);
      last = links.at(-1)?.position ?? last;
      if (links.length < AT_ONCE) break;
    }
    walk.end(head);
    const broken = walk.broken ?? changed ?? null;
    return { unitId, entries: head.length, head: head.hash.toString('hex'), broken };
  }
}

const rewritten = ({ position, entryId }: Link): Break => ({
  position,
  entryId,
  what: `Up to link ${position} the chain was written anew after its head was noted.`,
});

const shorter = ({ entries }: KeptHead, length: number): Break => ({
  position: length + 1,
  entryId: null,
  what: `The chain had ${entries} links when its head was noted, and has ${length}.`,
});

const gone = ({ unitId, entries, head }: KeptHead): ChainFound => ({
  ...{ unitId, entries, head },
  broken: { position: 1, entryId: null, what: 'The whole chain is gone.' },
});
