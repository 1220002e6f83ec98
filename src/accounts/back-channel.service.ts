import { Injectable } from '@nestjs/common';
import type { JWTPayload } from 'jose';
import { SYSTEM } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Misshapen, Problem } from '../platform/problem';
import { CLOCK_TOLERANCE, Provider } from './provider.service';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** Seconds a sign-out may be under way. */
const AT_MOST = 600;

const TYPES = [undefined, 'jwt', 'logout+jwt', 'application/logout+jwt'];

const REMEMBER = `
  INSERT INTO provider_sign_outs (token_id, expires_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING token_id`;

const END = `
  WITH ended AS (
    DELETE FROM sessions USING accounts
    WHERE accounts.id = account_id AND issuer = $1 AND ($2::text IS NULL OR subject = $2)
      AND ($3::text IS NULL OR provider_session = $3)
    RETURNING account_id
  ) SELECT DISTINCT account_id AS id FROM ended`;

/** The provider says that somebody has signed out there: their sessions here end as well (OpenID Connect Back-Channel Logout 1.0). */
@Injectable()
export class BackChannel {
  constructor(
    private readonly provider: Provider,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Misshapen for a token that is none of the provider's for signing out, or comes a second time. */
  async signOut(token: string): Promise<void> {
    const { issuer } = this.provider.settings;
    const { sub, sid, jti } = await this.read(token);
    await this.database.transaction(async (tx) => {
      const expiresAt = new Date(this.clock.now().getTime() + (AT_MOST + 2 * CLOCK_TOLERANCE) * 1000);
      const [isNew] = await this.database.rows(REMEMBER, [jti, expiresAt]);
      if (!isNew) throw wrong('came before.');
      const ended = await this.database.rows<{ id: string }>(END, [issuer, sub ?? null, sid ?? null]);
      await this.audit.record(
        tx,
        SYSTEM,
        ...ended.map(({ id }) => ({
          ...{ action: 'person.signed-out', subjectId: id },
          reason: `${issuer} signed them out.`,
        })),
      );
    });
  }

  private async read(token: string): Promise<JWTPayload> {
    try {
      const { header, payload } = await this.provider.verify(token, {
        audience: this.provider.settings.clientId,
        atMost: AT_MOST,
        with: ['iat', 'jti', 'events'],
      });
      if (!TYPES.includes(header.typ?.toLowerCase()) || !isSignOut(payload))
        throw wrong('is not one that signs somebody out.');
      return payload;
    } catch (error) {
      throw error instanceof Problem
        ? error
        : wrong('is not one of the council’s sign-in, or no longer good.');
    }
  }
}

function isSignOut({ sub, sid, events, nonce }: JWTPayload): boolean {
  const isOurs = typeof events === 'object' && events !== null && Object.hasOwn(events, EVENT);
  const isOfSomebody = [sub, sid].some((one) => typeof one === 'string' && one !== '');
  return (
    isOurs &&
    isOfSomebody &&
    nonce === undefined &&
    [sub, sid].every((one) => one === undefined || typeof one === 'string')
  );
}

function wrong(how: string): Misshapen {
  return Misshapen.at('/logout_token', `The token ${how}`);
}
