import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Person } from '../platform/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { prepared } from '../platform/prepared';
import { NotSignedIn } from '../platform/problem';
import { Account } from './account.entity';

const derive = promisify<string, Buffer, number, Buffer>(scrypt);
const HOURS = 12;

export interface Session {
  readonly token: string;
  readonly expiresAt: Date;
  readonly person: Person;
}

const OPEN = 'INSERT INTO sessions (token_hash, account_id, created_at, expires_at) VALUES ($1, $2, $3, $4)';
const WHO = prepared(
  'session',
  `
  SELECT accounts.id, accounts.name, accounts.role, unit_ids AS "unitIds", team
  FROM sessions JOIN accounts ON accounts.id = sessions.account_id
  WHERE token_hash = $1 AND expires_at > $2
    AND coalesce(opens_at <= $2, true) AND coalesce(closes_at > $2, true)`,
);

/** Sessions of pages and of the API alike: an opaque token, kept only as its hash, good for twelve hours. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws NotSignedIn when the name or the password is wrong, without saying which. */
  async signIn(username: string, password: string): Promise<Session> {
    const account = await this.database.manager.findOneBy(Account, { username });
    const isRight = await passwordMatches(password, account?.passwordHash ?? UNKNOWN_ACCOUNT);
    if (!account || !isRight) throw new NotSignedIn('That user name and password do not go together.');
    refuseOutsideWindow(account, this.clock.now());
    const { id, name, role, unitIds, team } = account;
    return this.open({ id, name, role, unitIds, team });
  }

  /** Who the token belongs to, or `undefined` when it is unknown or has run out. */
  async whose(token: string): Promise<Person | undefined> {
    const [person] = await this.database.rows<Person>(WHO, [hashOf(token), this.clock.now()]);
    return person;
  }

  async signOut(token: string): Promise<void> {
    await this.database.rows('DELETE FROM sessions WHERE token_hash = $1', [hashOf(token)]);
  }

  private async open(person: Person): Promise<Session> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + HOURS * 3_600_000);
    await this.database.rows(OPEN, [hashOf(token), person.id, now, expiresAt]);
    return { token, expiresAt, person };
  }
}

/** @throws NotSignedIn before an account opens, and from the moment it closes. */
function refuseOutsideWindow({ role, opensAt, closesAt }: Account, now: Date): void {
  const isOpen = (opensAt === null || opensAt <= now) && (closesAt === null || closesAt > now);
  const isVisit = role !== 'visitor' || (opensAt !== null && closesAt !== null);
  if (!isOpen || !isVisit)
    throw new NotSignedIn('This account is not open today. Ask an administrator to open it for your visit.');
}

/** `salt:key` in base64; scrypt with Node's defaults. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('base64')}:${(await derive(password, salt, 32)).toString('base64')}`;
}

/** As slow to check as a real one, so that a wrong user name takes as long as a wrong password. */
const UNKNOWN_ACCOUNT = `${Buffer.alloc(16).toString('base64')}:${Buffer.alloc(32).toString('base64')}`;

async function passwordMatches(password: string, kept: string): Promise<boolean> {
  const [salt = '', key = ''] = kept.split(':').map((part) => Buffer.from(part, 'base64'));
  return timingSafeEqual(await derive(password, Buffer.from(salt), 32), Buffer.from(key));
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
