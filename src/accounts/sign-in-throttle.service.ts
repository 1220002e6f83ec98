import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { clockTime } from '../domain/london';
import { afterAnotherTry, type Tries, type TriedBy } from '../domain/sign-in-tries';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Jobs } from '../platform/jobs/jobs';
import { TooMany } from '../platform/problem';

interface Key {
  readonly by: TriedBy;
  readonly hash: Buffer;
}

/** Nobody else tries the same until this is written. */
const BEFORE = `
  INSERT INTO sign_in_attempts AS kept (key, wrong, last_at) VALUES ($1, 0, $2)
  ON CONFLICT (key) DO UPDATE SET wrong = kept.wrong
  RETURNING wrong, last_at AS "lastAt", locked_until AS "lockedUntil"`;
const AFTER = 'UPDATE sign_in_attempts SET wrong = $2, last_at = $3, locked_until = $4 WHERE key = $1';
const FORGET = 'DELETE FROM sign_in_attempts WHERE key = $1';
const GIVE_BACK = `
  UPDATE sign_in_attempts SET wrong = greatest(0, wrong - 1), locked_until = NULL WHERE key = $1`;
const TIDY = `DELETE FROM sign_in_attempts WHERE last_at < $1::timestamptz - interval '1 day'`;

const WHICH: Readonly<Record<TriedBy, string>> = {
  account: 'for this user name',
  address: 'from this address',
};

/**
 * Guessing passwords takes longer and longer, however many processes are asked at once. Each try counts before the
 * password is looked at, and is forgotten if it was right. A name nobody has is treated like any other.
 */
@Injectable()
export class SignInThrottle implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('forget-wrong-passwords', '40 3 * * *', async () => {
      await this.database.rows(TIDY, [this.clock.now()]);
    });
  }

  /** @throws TooMany while nothing may be tried; that is not counted. */
  async count(username: string, address: string): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      for (const { by, hash } of keysOf(username, address)) {
        const [before] = await tx.query<Tries[]>(BEFORE, [hash, now]);
        if (before?.lockedUntil && before.lockedUntil > now) throw tooMany(by, before.lockedUntil, now);
        const { wrong, lastAt, lockedUntil } = afterAnotherTry(by, before, now);
        await tx.query(AFTER, [hash, wrong, lastAt, lockedUntil]);
      }
    });
  }

  async wasRight(username: string, address: string): Promise<void> {
    const [account, from] = keysOf(username, address);
    await this.database.rows(FORGET, [account.hash]);
    await this.database.rows(GIVE_BACK, [from.hash]);
  }
}

/** Always in this order, so that no two wait for each other. */
function keysOf(username: string, address: string): [Key, Key] {
  return [
    { by: 'account', hash: hashOf(`account ${username}`) },
    { by: 'address', hash: hashOf(`address ${address}`) },
  ];
}

function tooMany(by: TriedBy, until: Date, now: Date): TooMany {
  const seconds = Math.ceil((until.getTime() - now.getTime()) / 1000);
  const minutes = Math.ceil(seconds / 60);
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return new TooMany(
    `There were too many wrong passwords ${WHICH[by]}. Try again in ${wait}, after ${clockTime(until)}.`,
    seconds,
  );
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
