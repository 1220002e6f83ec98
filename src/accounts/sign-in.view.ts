import type { SessionEnd } from '../domain/session-end';
import { ROLES } from '../platform/actor';
import type { FieldError } from '../platform/problem';
import { ROLE_NAMES } from '../platform/role-names';
import { whySignedOut } from '../platform/session-words';
import type { Account } from './account.entity';
import { DEMO_PASSWORD } from './demo-accounts.service';

export interface SignInForm {
  readonly user: string;
  readonly password: string;
  readonly next: string;
  /** What was typed into a form that was sent too late. */
  readonly kept: string;
}

interface SignInView {
  readonly title: string;
  readonly user: string;
  readonly next: string;
  readonly kept: string;
  /** Why whoever was signed in here is no longer. */
  readonly because: string | undefined;
  readonly errors: readonly FieldError[];
  readonly demo: Demo | undefined;
}

interface Demo {
  readonly password: string;
  readonly accounts: readonly {
    readonly username: string;
    readonly name: string;
    readonly roleName: string;
  }[];
}

export const WRONG = 'That user name and password do not go together. Check both and try again.';

export function signInView(
  { user, next, kept }: Omit<SignInForm, 'password'>,
  errors: readonly FieldError[],
  accounts: readonly Account[],
  ended: SessionEnd | undefined,
): SignInView {
  return {
    title: 'Sign in',
    user,
    next,
    kept,
    because: whySignedOut(ended),
    errors,
    demo: accounts.length > 0 ? demo(accounts) : undefined,
  };
}

/** What is missing before a password is worth checking. */
export function missing({ user, password }: SignInForm): FieldError[] {
  return [
    ...(user ? [] : [{ pointer: '/user', detail: 'Enter your user name.' }]),
    ...(password ? [] : [{ pointer: '/password', detail: 'Enter your password.' }]),
  ];
}

function demo(accounts: readonly Account[]): Demo {
  const rank = ({ role }: Account) => ROLES.indexOf(role);
  return {
    password: DEMO_PASSWORD,
    accounts: accounts
      .toSorted((a, b) => rank(a) - rank(b))
      .map(({ username, name, role }) => ({ username, name, roleName: ROLE_NAMES[role] })),
  };
}
