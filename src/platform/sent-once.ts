import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Person } from './actor';
import { Database } from './database';
import { typed, type SentForm } from './sent-form';

const CLAIM = `
  INSERT INTO idempotency_keys (account_id, key, request, body_hash) VALUES ($1, $2, 'form', $3)
  ON CONFLICT DO NOTHING RETURNING key`;
const LED_TO = `SELECT headers ->> 'location' AS location FROM idempotency_keys WHERE account_id = $1 AND key = $2`;
const KEEP = `
  UPDATE idempotency_keys SET status = 303, headers = jsonb_build_object('location', $3::text)
  WHERE account_id = $1 AND key = $2`;

/**
 * A form sent twice acts once: a second click waits for the first and is led to the same page. Every form carries a
 * hidden `key`; with other answers in it, it is another form. A refusal keeps nothing, so it may be sent again.
 */
@Injectable()
export class SentOnce {
  constructor(private readonly database: Database) {}

  /** @returns where `act` led, now or when the same form was sent before. */
  async lead(by: Person, sent: SentForm, act: () => Promise<string>): Promise<string> {
    if (!typed(sent, 'key')) return act();
    const bodyHash = createHash('sha256').update(JSON.stringify(sent)).digest('hex');
    const key = `form:${bodyHash}`;
    return this.database.transaction(async (tx) => {
      const claimed = await tx.query<unknown[]>(CLAIM, [by.id, key, bodyHash]);
      if (claimed.length > 0) {
        const location = await act();
        await tx.query(KEEP, [by.id, key, location]);
        return location;
      }
      const [first] = await tx.query<{ location: string }[]>(LED_TO, [by.id, key]);
      return first?.location ?? '/';
    });
  }
}
