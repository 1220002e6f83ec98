import type { EntityManager } from 'typeorm';
import { inTheWay, type Finding } from '../domain/findings';
import type { Actor } from '../platform/actor';
import { may } from '../platform/may';
import { NotAllowed, Refused } from '../platform/problem';
import type { GivenDto } from '../platform/given.dto';
import type { Stay } from './stay.entity';

const KEEP = `
  INSERT INTO authorisations (stay_id, code, reason, manager_id, manager_name, manager_role)
  SELECT stay_id, code, reason, $3, $4, $5
  FROM unnest($1::uuid[]) AS stay_id, jsonb_to_recordset($2::jsonb) AS given(code text, reason text)`;

const AUTHORISED = 'SELECT DISTINCT code FROM authorisations WHERE stay_id = $1';

/** Codes a manager authorised when the stay was booked or held. */
export interface AuthorisedBefore {
  readonly authorised?: readonly string[];
}

/** @throws NotAllowed when somebody who is not a manager authorises. */
export function refuseUnauthorised({ authorisations }: GivenDto, by: Actor): void {
  if (authorisations?.length && (by.role === 'system' || !may(by.role, 'authorise findings')))
    throw new NotAllowed('Only a manager or a deputy may authorise. Ask one to make this booking.');
}

/** @throws Refused with every finding, and what `also` has to offer, when any still stands in the way. */
export function refuseUnlessPlaceable(
  findings: readonly Finding[],
  given: GivenDto & AuthorisedBefore,
  also: () => Readonly<Record<string, unknown>> = () => ({}),
): void {
  const standing = inTheWay(findings, {
    acknowledged: given.acknowledged ?? [],
    authorised: [...(given.authorised ?? []), ...(given.authorisations ?? []).map(({ code }) => code)],
  });
  if (standing.length === 0) return;
  throw new Refused(
    standing.length === 1 ? 'One thing stands in the way.' : `${standing.length} things stand in the way.`,
    findings,
    also(),
  );
}

/** Keeps for ever who authorised what and why: only what there was to authorise. */
export async function keepAuthorisations(
  tx: EntityManager,
  stayIds: readonly string[],
  findings: readonly Finding[],
  given: GivenDto,
  by: Actor,
): Promise<void> {
  const needed = new Set(
    findings.filter(({ level }) => level === 'authorise').map(({ code }): string => code),
  );
  const used = (given.authorisations ?? []).filter(({ code }) => needed.has(code));
  if (used.length > 0) await tx.query(KEEP, [stayIds, JSON.stringify(used), by.id, by.name, by.role]);
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
