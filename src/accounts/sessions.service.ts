import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { endsAt, LONGEST_HOURS, sessionEnd, type SessionEnd, type SessionFacts } from '../domain/session-end';
import type { Person } from '../platform/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Jobs } from '../platform/jobs/jobs';
import { prepared } from '../platform/prepared';
import { NotSignedIn } from '../platform/problem';
import { Account } from './account.entity';
import { SignInThrottle } from './sign-in-throttle.service';
import { SignInTrail } from './sign-in-trail.service';

const derive = promisify<string, Buffer, number, Buffer>(scrypt);

export interface Session {
  readonly token: string;
  readonly expiresAt: Date;
  readonly person: Person;
  readonly left: Left;
}

/** Until when a session goes on if nothing more is done. */
interface Left {
  readonly endsAt: Date;
  readonly leftSeconds: number;
  /** Whether nothing can put that off. */
  readonly isFinal: boolean;
}

/** A session that goes on. */
export interface Sitting {
  readonly person: Person;
  readonly kind: SessionFacts['kind'];
  readonly left: Left;
}

export interface Ended {
  readonly ended: SessionEnd;
}

export interface Try {
  readonly username: string;
  readonly password: string;
  /** Where it comes from. */
  readonly address: string;
}

export interface Opening {
  /** A page's session ends when it is not used for fifteen minutes, a program's token does not. */
  readonly kind?: SessionFacts['kind'];
  /** What the council's sign-in calls its own session, to end this one with it. */
  readonly providerSession?: string | null;
}

interface Kept extends SessionFacts, Person {
  readonly role: Person['role'];
  readonly ended: SessionEnd | null;
}

const OPEN = `
  INSERT INTO sessions (token_hash, account_id, created_at, last_used_at, expires_at, kind, role, provider_session)
  VALUES ($1, $2, $3, $3, $4, $5, $6, $7)`;
const WHO = prepared(
  'session',
  `
  SELECT accounts.id, accounts.name, accounts.role, unit_ids AS "unitIds", team, opens_at AS "opensAt",
    closes_at AS "closesAt", kind, sessions.role AS "openedAs", ended, expires_at AS "expiresAt",
    coalesce(last_used_at, created_at) AS "lastUsedAt"
  FROM sessions JOIN accounts ON accounts.id = sessions.account_id
  WHERE token_hash = $1`,
);
const USED = prepared('session-used', 'UPDATE sessions SET last_used_at = $2 WHERE token_hash = $1');
const END = 'UPDATE sessions SET ended = $2 WHERE token_hash = $1 AND ended IS NULL';
const TIDY = 'DELETE FROM sessions WHERE expires_at <= $1';

const HOUR = 3_600_000;
/** Uses are written down no oftener: reading a page must not cost a write. */
const BETWEEN_WRITES = 60_000;

/** Sessions of pages and of the API alike: an opaque token, kept only as its hash, good for twelve hours. */
@Injectable()
export class Sessions implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly trail: SignInTrail,
    private readonly jobs: Jobs,
    private readonly throttle: SignInThrottle,
  ) {}

  onModuleInit(): void {
    this.jobs.every('remove-sessions-that-ended', '20 3 * * *', () => this.tidy());
  }

  /**
   * @throws NotSignedIn when the name or the password is wrong, without saying which; TooMany after many such tries for
   * this name or from this address.
   */
  async signIn({ username, password, address }: Try, opening: Opening = {}): Promise<Session> {
    await this.throttle.count(username, address);
    const account = await this.database.manager.findOneBy(Account, { username });
    const isRight = await passwordMatches(password, account?.passwordHash ?? UNKNOWN_ACCOUNT);
    if (!account || !isRight) {
      await this.trail.refused(account?.id);
      throw new NotSignedIn('That user name and password do not go together.');
    }
    await this.throttle.wasRight(username, address);
    refuseOutsideWindow(account, this.clock.now());
    const { id, name, role, unitIds, team } = account;
    return this.open({ id, name, role, unitIds, team }, opening);
  }

  /** Always under a token of its own, whatever the browser brought. */
  async open(person: Person, { kind = 'program', providerSession = null }: Opening = {}): Promise<Session> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + LONGEST_HOURS * HOUR);
    const { id, role } = person;
    await this.database.rows(OPEN, [hashOf(token), id, now, expiresAt, kind, role, providerSession]);
    await this.trail.signedIn(person);
    const left = this.leftOf({ kind, lastUsedAt: now, expiresAt });
    return { token, expiresAt, person, left };
  }

  /**
   * Whose session it is, or why it is none any longer; `undefined` when it is unknown. Looking only, such as for when
   * it will end, is no use of it.
   */
  async whose(token: string, isUse = true): Promise<Sitting | Ended | undefined> {
    const [kept] = await this.database.rows<Kept>(WHO, [hashOf(token)]);
    if (!kept) return undefined;
    const now = this.clock.now();
    const end = kept.ended ?? sessionEnd(kept, now);
    if (end) {
      if (!kept.ended) await this.database.rows(END, [hashOf(token), end]);
      return { ended: end };
    }
    const { id, name, role, unitIds, team, kind } = kept;
    const isWritten = isUse && kind === 'page' && now.getTime() - kept.lastUsedAt.getTime() >= BETWEEN_WRITES;
    if (isWritten) await this.database.rows(USED, [hashOf(token), now]);
    const facts = isWritten ? { ...kept, lastUsedAt: now } : kept;
    return { person: { id, name, role, unitIds, team }, kind, left: this.leftOf(facts) };
  }

  async signOut(token: string): Promise<void> {
    const found = await this.whose(token, false);
    if (found && 'person' in found) await this.trail.signedOut(found.person);
    await this.database.rows('DELETE FROM sessions WHERE token_hash = $1', [hashOf(token)]);
  }

  private leftOf(facts: Parameters<typeof endsAt>[0]): Left {
    const end = endsAt(facts);
    const leftSeconds = Math.round((end.getTime() - this.clock.now().getTime()) / 1000);
    return { endsAt: end, leftSeconds, isFinal: end.getTime() === facts.expiresAt.getTime() };
  }

  private async tidy(): Promise<void> {
    await this.database.rows(TIDY, [this.clock.now()]);
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
