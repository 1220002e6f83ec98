import { Injectable, Logger } from '@nestjs/common';
import {
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientError,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
  type Configuration,
} from 'openid-client';
import { CouncilSignIn } from '../platform/council-sign-in';
import { NotLetIn, Problem, Unavailable } from '../platform/problem';
import { read, type Claims } from './claims';
import { CouncilAccounts } from './council-accounts.service';
import { Provider, UNREACHABLE } from './provider.service';
import { Sessions, type Session } from './sessions.service';
import { StartedSignIns, type Started } from './started-sign-ins.service';

/** Who has come back from the council's sign-in, and where they wanted to go. */
export interface LetIn extends Pick<Started, 'returnTo' | 'kept'> {
  readonly session: Session;
}

const CALLBACK = '/sign-in/callback';

const AGAIN = 'Go to the sign-in page and sign in again.';

/** Authorization code with PKCE, state and nonce: people prove to the council who they are, and to us that they did. */
@Injectable()
export class CouncilSignInFlow {
  private readonly log = new Logger('Sign-in');

  constructor(
    private readonly provider: Provider,
    private readonly council: CouncilSignIn,
    private readonly started: StartedSignIns,
    private readonly accounts: CouncilAccounts,
    private readonly sessions: Sessions,
  ) {}

  /** @returns where to send this browser. @throws Unavailable when the provider cannot be reached. */
  async begin(browser: string, returnTo: string, kept: string | null, asAnother: boolean): Promise<URL> {
    const client = await this.provider.client();
    const [state, nonce, codeVerifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
    await this.started.start(state, browser, { nonce, codeVerifier, returnTo, kept });
    return buildAuthorizationUrl(client, {
      redirect_uri: `${this.council.publicUrl}${CALLBACK}`,
      scope: this.provider.settings.scopes,
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      ...{ state, nonce },
      ...(asAnother ? { prompt: 'login' } : {}),
    });
  }

  /**
   * Whom the provider sent back, with a session of their own.
   * @param query what the provider put behind the address, from "?" on.
   * @throws NotLetIn saying why not; Unavailable when the provider cannot be reached.
   */
  async finish(browser: string | undefined, query: string): Promise<LetIn> {
    const { settings } = this.provider;
    const state = new URLSearchParams(query).get('state') ?? '';
    const started = browser === undefined ? undefined : await this.started.take(state, browser);
    if (!started)
      throw new NotLetIn(
        'This sign-in was not begun in this browser, took longer than ten minutes, or was finished before. ' +
          AGAIN,
      );
    const claims = await this.claims(query, state, started);
    const told = read(claims, settings);
    if (!told) {
      if (typeof claims['sub'] === 'string')
        await this.accounts.endSessionsOf(settings.issuer, claims['sub']);
      throw new NotLetIn(
        'The council knows you, but gives you no role in short breaks. Ask whoever looks after accounts to give you one.',
      );
    }
    const person = await this.accounts.personOf(told);
    const sid = claims['sid'];
    const session = await this.sessions.open(person, {
      kind: 'page',
      providerSession: typeof sid === 'string' ? sid : null,
    });
    return { session, returnTo: started.returnTo, kept: started.kept };
  }

  /** Where to sign out of the council's account too; `undefined` when it offers no such place, or cannot be asked. */
  async endingUrl(): Promise<URL | undefined> {
    if (!this.council.isOn) return undefined;
    try {
      const client = await this.provider.client();
      if (!client.serverMetadata().end_session_endpoint) return undefined;
      return buildEndSessionUrl(client, { post_logout_redirect_uri: `${this.council.publicUrl}/sign-in` });
    } catch (error) {
      if (error instanceof Unavailable) return undefined;
      throw error;
    }
  }

  private async claims(query: string, state: string, { nonce, codeVerifier }: Started): Promise<Claims> {
    const client = await this.provider.client();
    try {
      const tokens = await authorizationCodeGrant(
        client,
        new URL(`${this.council.publicUrl}${CALLBACK}${query}`),
        {
          pkceCodeVerifier: codeVerifier,
          expectedNonce: nonce,
          expectedState: state,
          idTokenExpected: true,
        },
      );
      const audience = this.provider.settings.clientId;
      const { payload } = await this.provider.verify(tokens.id_token ?? '', {
        audience,
        with: ['exp', 'sub'],
      });
      return { ...(await more(client, tokens.access_token, payload.sub ?? '')), ...payload };
    } catch (error) {
      if (error instanceof Problem) throw error;
      this.log.warn(`A sign-in failed: ${saidBy(error)}`);
      throw refusal(error);
    }
  }
}

/** Many providers tell name and groups only here. */
async function more(client: Configuration, accessToken: string, subject: string): Promise<Claims> {
  return client.serverMetadata().userinfo_endpoint ? fetchUserInfo(client, accessToken, subject) : {};
}

/** What went wrong, in words for whoever wanted to sign in. */
function refusal(error: unknown): Problem {
  if (error instanceof AuthorizationResponseError)
    return new NotLetIn(`The council’s sign-in did not let you in. ${AGAIN}`);
  if (isUnreachable(error)) return new Unavailable(UNREACHABLE);
  return new NotLetIn(`What the council’s sign-in sent back does not fit this sign-in. ${AGAIN}`);
}

/** For whoever set the sign-in up: a wrong secret, say, is theirs to put right. */
function saidBy(error: unknown): string {
  if (error instanceof ResponseBodyError || error instanceof AuthorizationResponseError)
    return `${error.error} ${error.error_description ?? ''}`;
  return error instanceof Error ? error.message : String(error);
}

/** It did not answer, or not as a provider does; what it did answer, and is wrong, is not that. */
function isUnreachable(error: unknown): boolean {
  if (error instanceof ResponseBodyError) return error.status >= 500;
  if (error instanceof ClientError && NO_ANSWER.includes(error.code ?? '')) return true;
  const { message, cause } = (error ?? {}) as Partial<Error>;
  return message === 'fetch failed' || (cause !== undefined && isUnreachable(cause));
}

const NO_ANSWER = ['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'];
