import { createHash, randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Jobs } from '../platform/jobs/jobs';

/** What somebody took along when they left for the council's sign-in. */
export interface Started {
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly returnTo: string;
  /** What was typed into a form that was sent too late. */
  readonly kept: string | null;
}

const MINUTES = 10;

const START = `
  INSERT INTO sign_ins (state_hash, browser_hash, nonce, code_verifier, return_to, kept, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;

const TAKE = `
  DELETE FROM sign_ins WHERE state_hash = $1 AND browser_hash = $2 AND expires_at > $3
  RETURNING nonce, code_verifier AS "codeVerifier", return_to AS "returnTo", kept`;

const FORGET = 'DELETE FROM sign_ins WHERE expires_at <= $1';
const FORGET_SIGN_OUTS = 'DELETE FROM provider_sign_outs WHERE expires_at <= $1';

/** Sign-ins that have begun and not come back: each is for one browser, one return and ten minutes. */
@Injectable()
export class StartedSignIns implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('sign-ins.forget', '*/10 * * * *', () => this.forget());
  }

  /** @param browser what its cookie says, or will say. */
  async start(
    state: string,
    browser: string,
    { nonce, codeVerifier, returnTo, kept }: Started,
  ): Promise<void> {
    const expiresAt = new Date(this.clock.now().getTime() + MINUTES * 60_000);
    await this.database.rows(START, [
      ...[hashOf(state), hashOf(browser), nonce, codeVerifier],
      ...[returnTo, kept, expiresAt],
    ]);
  }

  /** Once: who comes back with it again, late, or in another browser gets nothing. */
  async take(state: string, browser: string): Promise<Started | undefined> {
    const [rows] = await this.database.manager.query<[Started[], number]>(TAKE, [
      ...[hashOf(state), hashOf(browser), this.clock.now()],
    ]);
    return rows[0];
  }

  private async forget(): Promise<void> {
    for (const sql of [FORGET, FORGET_SIGN_OUTS]) await this.database.rows(sql, [this.clock.now()]);
  }
}

/** Nobody's guess: what a browser is known by while its sign-in is under way. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
