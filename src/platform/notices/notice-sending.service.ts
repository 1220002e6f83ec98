import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { waitAfter } from '../../domain/tries';
import { Clock } from '../clock';
import { Database } from '../database';
import { Jobs } from '../jobs/jobs';
import { Letters } from './letters';
import { Notice } from './notice.entity';
import { queueNotice, SEND, type ToSend } from './notice-queue';
import { Sender, Undeliverable } from './sender';

/** A server that says nothing for so long is not there. */
const PATIENCE = 60_000;
const LONGEST_ERROR = 500;

/**
 * Sends what was written. A try is noted after it was made: who is killed in between tries again, so a letter may come
 * twice, each time with the same id, and is never lost.
 */
@Injectable()
export class NoticeSending implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sender: Sender,
    private readonly letters: Letters,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(SEND, (toSend: ToSend) => this.try(toSend));
  }

  private async try({ id }: ToSend): Promise<void> {
    const notice = await this.database.manager.findOneBy(Notice, { id });
    if (!notice || notice.sentAt || notice.failedAt || notice.keptAt) return;
    if (this.sender.way === undefined) {
      await this.database.manager.update(Notice, { id }, { keptAt: this.clock.now(), nextAt: null });
      return;
    }
    const attempts = notice.attempts + 1;
    try {
      await this.send(notice);
      const sent = { attempts, sentAt: this.clock.now(), nextAt: null, lastError: null };
      await this.database.manager.update(Notice, { id }, sent);
    } catch (error) {
      await this.database.transaction((tx) => this.failed(tx, id, attempts, error));
    }
  }

  private async send(notice: Notice): Promise<void> {
    const { id, toName: name, toAddress: address, subject } = notice;
    if (!address) throw new Undeliverable(`No e-mail address is known for ${name}.`);
    const letter = { id, to: { name, address }, subject, text: this.letters.textOf(notice) };
    const late = new AbortController();
    try {
      await Promise.race([this.sender.send(letter), tooLate(late.signal)]);
    } finally {
      late.abort();
    }
  }

  private async failed(tx: EntityManager, id: string, attempts: number, error: unknown): Promise<void> {
    const now = this.clock.now();
    const pause = error instanceof Undeliverable ? undefined : waitAfter(attempts);
    const nextAt = pause === undefined ? null : new Date(now.getTime() + pause);
    const lastError = wordsOf(error).slice(0, LONGEST_ERROR);
    await tx.update(Notice, { id }, { attempts, lastError, nextAt, failedAt: nextAt ? null : now });
    if (nextAt) await queueNotice(this.jobs, tx, id, nextAt);
  }
}

async function tooLate(signal: AbortSignal): Promise<void> {
  await wait(PATIENCE, undefined, { signal }).catch(() => undefined);
  if (!signal.aborted) throw new Error('The server did not answer within a minute.');
}

/** One line; errors of a connection that was tried in several ways have none of their own. */
function wordsOf(error: unknown): string {
  const words = error instanceof Error ? error.message || (error as { code?: string }).code : undefined;
  return words?.replaceAll(/\s+/g, ' ') ?? 'It is not known why.';
}
