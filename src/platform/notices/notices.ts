import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { namesIn } from '../../domain/names-in';
import type { Role } from '../actor';
import { Clock } from '../clock';
import { Jobs } from '../jobs/jobs';
import { queueNotice } from './notice-queue';

/** One person, everybody with a role, or an address of somebody who has no account. */
export type Addressee =
  | { readonly accountId: string }
  | { readonly role: Role }
  | { readonly name: string; readonly address: string };

export interface NewNotice {
  /** Noun and past verb, such as `stay.displaced`. */
  readonly kind: string;
  readonly to: Addressee | readonly Addressee[];
  /** Fixed words: no name, no reason, nothing anybody typed. */
  readonly subject: string;
  readonly body: string;
  /** A path of this product, where those who may can read the rest. */
  readonly link: string;
  readonly unitId?: string;
  /** Whom it concerns: words in which a name of theirs stands are not sent. */
  readonly about?: readonly string[];
  /** What it is about, where the same must not be written twice to the same person. */
  readonly once?: string;
}

const PEOPLE = `
  SELECT id AS "accountId", name, email AS address FROM accounts
  WHERE id = ANY ($1::uuid[]) OR role = ANY ($2::text[]) AND coalesce($3::uuid = ANY (unit_ids), true)
    AND coalesce(closes_at > $4::timestamptz, true) ORDER BY username`;

const WRITE = `
  INSERT INTO notices (kind, to_account_id, to_name, to_address, unit_id, subject, body, link, once, written_at)
  SELECT $1, "accountId", name, address, $2, $3, $4, $5, $6 || ' to ' || coalesce("accountId"::text, address), $7
  FROM jsonb_to_recordset($8::jsonb) AS person("accountId" uuid, name text, address text)
  ON CONFLICT (once) DO NOTHING RETURNING id`;

const NAMES = `
  SELECT given_name AS given, family_name AS family FROM young_people WHERE id = ANY ($1::uuid[])`;

/**
 * Instead of words with a name in them, even one that is there by chance: April may be claimed for in April, and no claim
 * fails for the sake of its letter.
 */
const NOTHING_SAID = {
  subject: 'There is something for you to read',
  body: 'What it is about cannot be said in a letter. Follow the link.',
};

interface Recipient {
  readonly accountId: string | null;
  readonly name: string;
  readonly address: string | null;
}

/** Writes to people: in the transaction of what there is to tell, so that none is told what did not happen. */
@Injectable()
export class Notices {
  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** @returns the ids of the notices written, one for each person. */
  async write(tx: EntityManager, notice: NewNotice): Promise<string[]> {
    const { kind, unitId = null, link, once = null } = notice;
    const { subject, body } = (await namesSomebody(tx, notice)) ? NOTHING_SAID : notice;
    const recipients = await recipientsOf(tx, [notice.to].flat(), unitId, this.clock.now());
    const given = [kind, unitId, subject, body, link, once, this.clock.now(), JSON.stringify(recipients)];
    const written = await tx.query<{ id: string }[]>(WRITE, given);
    for (const { id } of written) await queueNotice(this.jobs, tx, id);
    return written.map(({ id }) => id);
  }
}

/** A role is told where it is about: those of other units, and whose account is closed, are not. */
async function recipientsOf(
  tx: EntityManager,
  to: readonly Addressee[],
  unitId: string | null,
  now: Date,
): Promise<Recipient[]> {
  const ids = to.flatMap((each) => ('accountId' in each ? [each.accountId] : []));
  const roles = to.flatMap((each) => ('role' in each ? [each.role] : []));
  const others = to.flatMap((each) => ('address' in each ? [{ ...each, accountId: null }] : []));
  const people = await tx.query<Recipient[]>(PEOPLE, [ids, roles, unitId, now]);
  return [...people, ...others];
}

async function namesSomebody(tx: EntityManager, { subject, body, about = [] }: NewNotice): Promise<boolean> {
  if (about.length === 0) return false;
  const people = await tx.query<{ given: string; family: string }[]>(NAMES, [about]);
  const names = people.flatMap(({ given, family }) => [given, family]);
  return namesIn(`${subject} ${body}`, names).length > 0;
}
