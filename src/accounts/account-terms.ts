import { Misshapen, type FieldError } from '../platform/problem';
import type { AccountTermsDto } from './account.dto';

const MOST_VISIT = 31 * 86_400_000;
const EMAIL = /^[^\s@]+@[^\s@]+$/;
const USERNAME = /^[a-z0-9][a-z0-9.-]*$/;

/** What an account keeps of what was asked for. */
export interface AccountTerms {
  readonly name: string;
  readonly role: AccountTermsDto['role'];
  readonly email: string | null;
  readonly unitIds: string[] | null;
  readonly team: string | null;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
}

/** @throws Misshapen for everything that is wrong at once. */
export function termsIn(asked: AccountTermsDto, known: ReadonlySet<string>): AccountTerms {
  const { name, role, email, unitIds, team } = asked;
  const [opensAt, closesAt] = [instant(asked.opensAt), instant(asked.closesAt)];
  const errors = [
    ...(email && !EMAIL.test(email)
      ? at('/email', 'Enter an e-mail address, such as name@council.example.')
      : []),
    ...(unitIds?.every((id) => known.has(id)) === false
      ? at('/unitIds', 'There is no unit with one of these ids.')
      : []),
    ...wrongWindow(role, opensAt, closesAt),
  ];
  if (errors.length > 0) throw new Misshapen(errors);
  const units = unitIds?.length ? [...new Set(unitIds)].sort() : null;
  return { name, role, email: email ?? null, unitIds: units, team: team ?? null, opensAt, closesAt };
}

export function refuseBadUsername(username: string): void {
  if (!USERNAME.test(username))
    throw Misshapen.at(
      '/username',
      'Use small letters, digits, dots and hyphens, beginning with a letter or digit.',
    );
}

/** An independent visitor comes for one visit (regulation 44). */
function wrongWindow(role: string, opensAt: Date | null, closesAt: Date | null): FieldError[] {
  if (opensAt && closesAt && closesAt <= opensAt) return at('/closesAt', 'It must close after it opens.');
  if (role !== 'visitor') return [];
  if (!opensAt)
    return at('/opensAt', 'Say when the visit begins: an independent visitor’s account is for one visit.');
  if (!closesAt)
    return at('/closesAt', 'Say when the visit ends: an independent visitor’s account is for one visit.');
  return closesAt.getTime() - opensAt.getTime() > MOST_VISIT
    ? at('/closesAt', 'An independent visitor’s account can be open for 31 days at most.')
    : [];
}

function instant(text: string | undefined): Date | null {
  return text ? new Date(text) : null;
}

function at(pointer: string, detail: string): FieldError[] {
  return [{ pointer, detail }];
}
