import type { OpenIdSettings } from '../../config/openid';
import { Misshapen, Refused } from '../platform/problem';
import type { AccountChangeDto } from './account.dto';
import type { Account } from './account.entity';
import { windowIn } from './visitor-window';

/** What an administrator says of an account: who may do what with it, where, and when. */
export type Access = Pick<Account, 'role' | 'unitIds' | 'team' | 'opensAt' | 'closesAt'>;

type Asked = Omit<AccountChangeDto, 'reason'>;

export function accessOf({ role, unitIds, team, opensAt, closesAt }: Access): Access {
  return { role, unitIds, team, opensAt, closesAt };
}

/**
 * What is not asked for stays as it was.
 * @throws Misshapen for a window that ends before it begins, or is longer than a visitor's may be.
 */
export function accessAfter(before: Access, asked: Asked, now: Date): Access {
  const role = asked.role ?? before.role;
  const wanted = {
    opensAt: asked.opensAt === undefined ? before.opensAt : dateOf(asked.opensAt),
    closesAt: asked.closesAt === undefined ? before.closesAt : dateOf(asked.closesAt),
  };
  const window = windowIn(role, wanted, now);
  const { opensAt, closesAt } = window;
  if (asked.closesAt && closesAt?.getTime() !== wanted.closesAt?.getTime())
    throw Misshapen.at(
      '/closesAt',
      'An independent visitor comes for one visit: the account closes 31 days after it opens, or before.',
    );
  if (opensAt && closesAt && closesAt <= opensAt)
    throw Misshapen.at('/closesAt', 'An account has to close after it opens.');
  return {
    ...{ role, ...window },
    unitIds: asked.unitIds === undefined ? before.unitIds : asked.unitIds && [...new Set(asked.unitIds)],
    team: asked.team === undefined ? before.team : asked.team,
  };
}

export function isSame(one: Access, other: Access): boolean {
  return JSON.stringify(accessOf(one)) === JSON.stringify(accessOf(other));
}

/** What the council's sign-in says of everybody, at every sign-in, so that nobody else can. */
export interface SaidByTheCouncil {
  readonly role: boolean;
  readonly units: boolean;
  readonly team: boolean;
}

export function saidByTheCouncil(settings: OpenIdSettings | undefined): SaidByTheCouncil {
  return {
    role: settings !== undefined,
    units: settings !== undefined && settings.units.by !== 'administrator',
    team: settings?.teamClaim !== undefined,
  };
}

/** @throws Refused for what would be as the council says again at the next sign-in. */
export function refuseWhatTheCouncilSays(
  before: Access,
  after: Access,
  settings: OpenIdSettings | undefined,
): void {
  if (!settings) return;
  const { issuer, roleClaim, units, teamClaim } = settings;
  const said = saidByTheCouncil(settings);
  const there = (claim: string) => `Change it there: ${issuer}, claim "${claim}".`;
  if (said.role && after.role !== before.role)
    throw new Refused(`The council says which role somebody has. ${there(roleClaim)}`);
  if (said.units && JSON.stringify(after.unitIds) !== JSON.stringify(before.unitIds))
    throw new Refused(
      units.by === 'claim'
        ? `The council says which units somebody works for. ${there(units.claim)}`
        : 'Everybody works for every unit here. Change OIDC_UNITS in the settings of the product.',
    );
  if (teamClaim !== undefined && after.team !== before.team)
    throw new Refused(`The council says which team somebody is in. ${there(teamClaim)}`);
}

/** Whether an account can be used, as far as its window goes. */
export function isOpen({ opensAt, closesAt }: Pick<Access, 'opensAt' | 'closesAt'>, now: Date): boolean {
  return (opensAt === null || opensAt <= now) && (closesAt === null || closesAt > now);
}

/** `null` and `undefined` alike for no such moment. */
function dateOf(instant: string | null | undefined): Date | null {
  return instant ? new Date(instant) : null;
}
