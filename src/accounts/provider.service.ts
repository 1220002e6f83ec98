import { Injectable, Logger } from '@nestjs/common';
import {
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JWTHeaderParameters,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  clockTolerance,
  discovery,
  type ClientAuth,
  type Configuration,
} from 'openid-client';
import type { OpenIdSettings } from '../../config/openid';
import { Clock } from '../platform/clock';
import { CouncilSignIn } from '../platform/council-sign-in';
import { NotThere, Unavailable } from '../platform/problem';

/** Only what takes the provider's private key to sign: neither `none` nor a secret somebody could mistake a public key for. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** Seconds the provider's clock may be ahead of ours or behind it. */
export const CLOCK_TOLERANCE = 60;

/** Seconds to wait for the provider, and to leave it alone after it did not answer. */
const [PATIENCE, REST] = [5, 3];

/** Milliseconds: how long a key that the provider has withdrawn may go on, and how often strange keys are asked about. */
const KEYS = { cacheMaxAge: 300_000, cooldownDuration: 30_000, timeoutDuration: PATIENCE * 1000 };

export const UNREACHABLE =
  'The council’s sign-in cannot be reached just now. Nothing is wrong with your account: try again in a minute.';

interface Known {
  readonly client: Configuration;
  readonly keys: JWTVerifyGetKey;
}

/** What a token must be besides signed. */
export interface Expected {
  readonly audience: string;
  /** In seconds since it was issued. */
  readonly atMost?: number;
  readonly with?: readonly string[];
}

/** The council's OpenID provider: found when it is first needed, so that the product starts without it. */
@Injectable()
export class Provider {
  private readonly log = new Logger('Sign-in');
  private known: Promise<Known> | undefined;
  private restUntil = 0;

  constructor(
    private readonly council: CouncilSignIn,
    private readonly clock: Clock,
  ) {}

  /** @throws NotThere where the product has no such sign-in. */
  get settings(): OpenIdSettings {
    if (!this.council.settings)
      throw new NotThere(
        'No council’s sign-in is set up here: only accounts of the demonstration can sign in.',
      );
    return this.council.settings;
  }

  /** @throws Unavailable when it cannot be reached; the next to ask tries again. */
  async client(): Promise<Configuration> {
    return (await this.find()).client;
  }

  /**
   * What a token of the provider says, its signature, issuer, audience and time checked.
   * @throws Unavailable when its keys cannot be had; anything else is wrong with the token.
   */
  async verify(
    token: string,
    { audience, atMost, with: required = [] }: Expected,
  ): Promise<{
    readonly header: JWTHeaderParameters;
    readonly payload: JWTPayload;
  }> {
    const { client, keys } = await this.find();
    const { protectedHeader, payload } = await jwtVerify(token, keys, {
      algorithms: ALGORITHMS,
      issuer: client.serverMetadata().issuer,
      audience,
      clockTolerance: CLOCK_TOLERANCE,
      currentDate: this.clock.now(),
      requiredClaims: [...required],
      ...(atMost === undefined ? {} : { maxTokenAge: atMost }),
    });
    return { header: protectedHeader, payload };
  }

  private async find(): Promise<Known> {
    if (!this.known && Date.now() < this.restUntil) throw new Unavailable(UNREACHABLE);
    this.known ??= this.discover();
    try {
      return await this.known;
    } catch (error) {
      if (error instanceof Unavailable || error instanceof NotThere) throw error;
      this.known = undefined;
      this.restUntil = Date.now() + REST * 1000;
      this.log.warn(`The council's sign-in cannot be reached: ${reasonOf(error)}`);
      throw new Unavailable(UNREACHABLE);
    }
  }

  private async discover(): Promise<Known> {
    const { issuer, clientId, clientSecret } = this.settings;
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked to be noticed: the settings allow it on this machine alone
    const execute = issuer.startsWith('http:') ? [allowInsecureRequests] : [];
    const client = await discovery(
      new URL(issuer),
      clientId,
      { [clockTolerance]: CLOCK_TOLERANCE },
      bySecret(clientSecret),
      { execute, timeout: PATIENCE },
    );
    const { jwks_uri: address } = client.serverMetadata();
    if (!address) throw new Error('it publishes no keys');
    return { client, keys: keysAt(new URL(address)) };
  }
}

/** In the header, as is usual, unless the provider wants it in the body. */
function bySecret(secret: string): ClientAuth {
  const [inHeader, inBody] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, ...rest) =>
    (server.token_endpoint_auth_methods_supported?.includes('client_secret_basic') === false
      ? inBody
      : inHeader)(server, ...rest);
}

/** Keys that cannot be fetched are no fault of a token. */
function keysAt(address: URL): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(address, KEYS);
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
        throw error;
      if (error instanceof errors.JOSENotSupported) throw error;
      throw new Unavailable(UNREACHABLE);
    }
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
