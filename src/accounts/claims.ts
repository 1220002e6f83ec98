import type { OpenIdSettings } from '../../config/openid';
import type { Role } from '../platform/actor';

export type Claims = Readonly<Record<string, unknown>>;

/** What the council's sign-in says of somebody, in our words; `undefined` where it does not say. */
export interface Told {
  readonly issuer: string;
  readonly subject: string;
  readonly role: Role;
  readonly name: string | undefined;
  readonly email: string | undefined;
  /** What they are called at the council's sign-in. */
  readonly login: string | undefined;
  /** Names or ids of units; `'all'` for every one; `undefined` when an administrator says. */
  readonly units: readonly string[] | 'all' | undefined;
  /** `null` for no team; `undefined` when an administrator says. */
  readonly team: string | null | undefined;
}

const LONGEST = 200;

/** @returns `undefined` when nothing the claims say is a role here. */
export function read(claims: Claims, settings: OpenIdSettings): Told | undefined {
  const role = roleOf(claims, settings);
  const subject = claims['sub'];
  if (role === undefined || typeof subject !== 'string' || subject === '') return undefined;
  return {
    ...{ issuer: settings.issuer, subject, role },
    name:
      text(claims['name']) ??
      text(`${text(claims['given_name']) ?? ''} ${text(claims['family_name']) ?? ''}`),
    email: emailOf(claims),
    login: text(claims['preferred_username']) ?? emailOf(claims),
    units: unitsOf(claims, settings),
    team: settings.teamClaim === undefined ? undefined : (valuesOf(claims, settings.teamClaim)[0] ?? null),
  };
}

/** Of several the first that is listed in the settings: what is listed first is what is meant to count. */
function roleOf(claims: Claims, { roleClaim, roles }: OpenIdSettings): Role | undefined {
  const had = valuesOf(claims, roleClaim);
  return roles.find(([value]) => had.includes(value))?.[1];
}

function unitsOf(claims: Claims, { units: rule }: OpenIdSettings): Told['units'] {
  if (rule.by === 'administrator') return undefined;
  if (rule.by === 'everyone') return 'all';
  const had = valuesOf(claims, rule.claim);
  if (rule.units.length === 0) return had;
  const units = rule.units.filter(([value]) => had.includes(value)).map(([, unit]) => unit);
  return units.includes('*') ? 'all' : units;
}

/** The values of a claim, by its name as it stands or by the way to it: `realm_access.roles`. */
function valuesOf(claims: Claims, name: string): string[] {
  const values = Object.hasOwn(claims, name) ? claims[name] : name.split('.').reduce<unknown>(inside, claims);
  return [values].flat().flatMap((value) => text(value) ?? []);
}

function inside(outer: unknown, name: string): unknown {
  return typeof outer === 'object' && outer !== null && Object.hasOwn(outer, name)
    ? (outer as Claims)[name]
    : undefined;
}

/** Notices go there, so an address the council has not verified is none. */
function emailOf(claims: Claims): string | undefined {
  const email = text(claims['email']);
  return claims['email_verified'] !== false && email && /^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(email)
    ? email
    : undefined;
}

function text(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return (
    value
      .replace(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, LONGEST) || undefined
  );
}
