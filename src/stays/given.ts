import type { EntityManager } from 'typeorm';
import type { Finding } from '../domain/findings';
import type { Actor } from '../platform/actor';
import { may } from '../platform/may';
import { NotAllowed, Refused } from '../platform/problem';
import type { AuthorisedBefore } from '../platform/refuse-unless-placeable';
import type { GivenDto } from '../platform/given.dto';
import type { Stay } from './stay.entity';

const KEEP = `
  INSERT INTO authorisations (stay_id, code, reason, manager_id, manager_name, manager_role, recorded_by_name)
  SELECT stay_id, code, reason, $3, $4, $5, $6
  FROM unnest($1::uuid[]) AS stay_id, jsonb_to_recordset($2::jsonb) AS given(code text, reason text)`;

const AUTHORISED = 'SELECT DISTINCT code FROM authorisations WHERE stay_id = $1';

/** @throws NotAllowed when somebody who is not a manager authorises. */
export function refuseUnauthorised({ authorisations }: GivenDto, by: Actor): void {
  if (authorisations?.length && (by.role === 'system' || !may(by.role, 'authorise findings')))
    throw new NotAllowed('Only a manager or a deputy may authorise. Ask one to make this booking.');
}

/** Who authorised: the person booking, or a manager they asked, who then need not have an account. */
export interface Authoriser {
  readonly id: string | null;
  readonly name: string;
  readonly role: string;
  readonly recordedByName?: string;
}

/** A bed somebody claimed in an emergency: what has to be authorised about it is not theirs to authorise. */
const OWN_CLAIM = 'SELECT FROM emergency_claims WHERE stay_id = ANY ($1::uuid[]) AND claimed_by_id = $2';

/** Keeps for ever who authorised what and why: only what there was to authorise. @throws Refused on one’s own claim. */
export async function keepAuthorisations(
  tx: EntityManager,
  stayIds: readonly string[],
  findings: readonly Finding[],
  given: GivenDto,
  { id, name, role, recordedByName = name }: Authoriser,
): Promise<void> {
  const needed = new Set(
    findings.filter(({ level }) => level === 'authorise').map(({ code }): string => code),
  );
  const used = (given.authorisations ?? []).filter(({ code }) => needed.has(code));
  if (used.length === 0) return;
  if (id !== null && (await tx.query<unknown[]>(OWN_CLAIM, [stayIds, id])).length > 0)
    throw new Refused(
      'You claimed this bed in the emergency, so you cannot authorise this yourself. Ask another manager or a deputy to do it.',
    );
  await tx.query(KEEP, [stayIds, JSON.stringify(used), id, name, role, recordedByName]);
}

/** What was acknowledged and authorised when the bed was held still stands when the stay is confirmed. */
export async function givenBefore(
  tx: EntityManager,
  { id, acknowledged }: Pick<Stay, 'id' | 'acknowledged'>,
  given: GivenDto,
): Promise<GivenDto & AuthorisedBefore> {
  const kept = await tx.query<{ code: string }[]>(AUTHORISED, [id]);
  return {
    ...given,
    acknowledged: [...(given.acknowledged ?? []), ...acknowledged],
    authorised: kept.map(({ code }) => code),
  };
}
