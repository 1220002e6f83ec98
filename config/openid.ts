import { ROLES, type Role } from '../src/platform/actor';

/** Which units an account is for: an administrator says so, everybody works for all, or a claim tells. */
export type UnitsRule =
  | { readonly by: 'administrator' }
  | { readonly by: 'everyone' }
  | {
      readonly by: 'claim';
      readonly claim: string;
      /** Claim value and unit, `*` for every one; none when claims name units themselves. */
      readonly units: readonly (readonly [value: string, unit: string])[];
    };

/** The council's sign-in, and how what it says of people reads here. */
export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Of access tokens for the API; without it none are taken. */
  readonly audience: string | undefined;
  readonly scopes: string;
  readonly roleClaim: string;
  /** Claim value and role; of several that somebody has, the first listed counts. */
  readonly roles: readonly (readonly [value: string, role: Role])[];
  readonly units: UnitsRule;
  readonly teamClaim: string | undefined;
}

const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

/** @param problems takes every setting that is wrong and what would be right; no secret is said. */
export function readOpenId(variables: NodeJS.ProcessEnv, problems: string[]): OpenIdSettings | undefined {
  const said = (name: string): string | undefined => variables[name]?.trim() || undefined;
  const issuer = said('OIDC_ISSUER');
  if (!issuer) {
    const alone = Object.keys(variables).find((name) => name.startsWith('OIDC_') && said(name));
    if (alone) problems.push(`${alone} is set and OIDC_ISSUER is not: name the council’s OpenID provider.`);
    return undefined;
  }
  if (!isSafe(issuer))
    problems.push(
      `OIDC_ISSUER is "${issuer}": give its address as it names itself, such as https://sso.council.example.`,
    );
  for (const name of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLES'])
    if (!said(name)) problems.push(`OIDC_ISSUER is set and ${name} is not: ${NEEDED[name] ?? ''}`);
  const [clientId = '', audience] = [said('OIDC_CLIENT_ID'), said('OIDC_AUDIENCE')];
  if (audience && audience === clientId)
    problems.push(
      'OIDC_AUDIENCE is OIDC_CLIENT_ID: identity tokens would open the API. Give the API a name of its own.',
    );
  const scopes = said('OIDC_SCOPES') ?? 'openid profile email';
  if (!scopes.split(/\s+/).includes('openid'))
    problems.push(`OIDC_SCOPES is "${scopes}": it must name "openid".`);
  return Object.freeze({
    ...{ issuer, clientId, audience, scopes },
    clientSecret: said('OIDC_CLIENT_SECRET') ?? '',
    roleClaim: said('OIDC_ROLE_CLAIM') ?? 'roles',
    roles: rolesOf(said('OIDC_ROLES') ?? '', problems),
    units: unitsOf(said('OIDC_UNIT_CLAIM'), said('OIDC_UNITS'), problems),
    teamClaim: said('OIDC_TEAM_CLAIM'),
  });
}

const NEEDED: Readonly<Record<string, string>> = {
  OIDC_CLIENT_ID: 'the name the provider knows this product by.',
  OIDC_CLIENT_SECRET: 'what this product proves itself with to the provider.',
  OIDC_ROLES: 'which value of the role claim is which role, such as "short-breaks-managers=manager".',
};

/** Tokens are only worth what the line they come by is; nobody else is on a loopback line. */
function isSafe(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname, search, hash } = new URL(issuer);
  return (
    search + hash === '' && (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname)))
  );
}

/** `value=meaning;value=meaning`; a value may hold "=" itself, as names in a directory do. */
function pairsOf(name: string, given: string, problems: string[]): [string, string][] {
  return given.split(/[;\n]/).flatMap((pair): [string, string][] => {
    if (pair.trim() === '') return [];
    const at = pair.lastIndexOf('=');
    const [value, meaning] = [pair.slice(0, Math.max(at, 0)).trim(), pair.slice(at + 1).trim()];
    if (value && meaning) return [[value, meaning]];
    problems.push(`${name} has "${pair.trim()}": write value=meaning, with ";" between two.`);
    return [];
  });
}

function rolesOf(given: string, problems: string[]): (readonly [string, Role])[] {
  return pairsOf('OIDC_ROLES', given, problems).flatMap(([value, said]): (readonly [string, Role])[] => {
    const role = ROLES.find((role) => role === said);
    if (role) return [[value, role]];
    problems.push(`OIDC_ROLES has the role "${said}": there are ${ROLES.join(', ')}.`);
    return [];
  });
}

function unitsOf(claim: string | undefined, given: string | undefined, problems: string[]): UnitsRule {
  if (claim) return { by: 'claim', claim, units: pairsOf('OIDC_UNITS', given ?? '', problems) };
  if (given === undefined) return { by: 'administrator' };
  if (given !== '*')
    problems.push(
      'OIDC_UNITS is set and OIDC_UNIT_CLAIM is not: name the claim, or give "*" for every unit to all.',
    );
  return { by: 'everyone' };
}
