import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';

export const AUDIENCE = 'https://breaks.council.example/api';
export const CLIENT = 'short-breaks';
export const SECRET = 'a secret of the tests and nothing else';

/** What the provider says of each of those it knows, by the name they sign in with. */
export type People = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A key as the provider has it, with its private half. */
export interface Key {
  readonly kid: string;
  readonly jwk: JWK;
  readonly sign: CryptoKey;
}

/** A port nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export async function newKey(kid: string): Promise<Key> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid, jwk: { ...(await exportJWK(privateKey)), kid, use: 'sig', alg: 'RS256' }, sign: privateKey };
}

/** A real OpenID provider (oidc-provider) on this machine, in a process of its own. */
export class TestProvider {
  private child: ChildProcess | undefined;
  private messages = 0;
  private keys: readonly Key[] = [];

  private constructor(
    readonly port: number,
    /** Where the product listens: what the provider sends people back to. */
    private readonly productUrl: string,
    private people: People,
  ) {}

  static async start(productUrl: string, people: People): Promise<TestProvider> {
    const provider = new TestProvider(await freePort(), productUrl, people);
    provider.keys = [await newKey('first')];
    await provider.begin();
    return provider;
  }

  get issuer(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The key it signs with now. */
  get key(): Key {
    const [key] = this.keys;
    if (!key) throw new Error('The provider has no key.');
    return key;
  }

  async begin(): Promise<void> {
    this.child = fork(join(__dirname, 'provider-process.mjs'), {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await this.tell({ port: this.port, ...this.configuration() });
  }

  async stop(): Promise<void> {
    const gone = this.child && once(this.child, 'exit');
    this.child?.disconnect();
    await gone;
    this.child = undefined;
  }

  /** From now on it signs with this key and publishes no other. */
  async rotateTo(key: Key): Promise<void> {
    this.keys = [key];
    await this.tell(this.configuration());
  }

  /** From now on it says this of them. */
  async knows(people: People): Promise<void> {
    this.people = { ...this.people, ...people };
    await this.tell(this.configuration());
  }

  /** How often this address of it was asked. */
  async asked(path: string): Promise<number> {
    return ((await this.tell({ asking: path })) as { asked: number }).asked;
  }

  /** A token as the provider would sign it, and anything about it otherwise. */
  async token(
    claims: JWTPayload,
    {
      header = {},
      key = this.key.sign,
      kid = this.key.kid,
    }: { header?: object; key?: CryptoKey; kid?: string } = {},
  ): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ iss: this.issuer, aud: AUDIENCE, iat: now, exp: now + 300, ...claims })
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid, ...header })
      .sign(key);
  }

  /** A real access token of a program of this name, by its client credentials. */
  async accessTokenOf(program: string): Promise<string> {
    const answer = await fetch(`${this.issuer}/token`, {
      method: 'POST',
      headers: {
        Authorization: `Basic ${Buffer.from(`${program}:${encodeURIComponent(SECRET)}`).toString('base64')}`,
      },
      body: new URLSearchParams({ grant_type: 'client_credentials', resource: AUDIENCE, scope: 'api' }),
    });
    const said = (await answer.json()) as { access_token?: string };
    if (said.access_token === undefined) throw new Error(`${program} got no token: ${JSON.stringify(said)}`);
    return said.access_token;
  }

  private configuration(): object {
    const program = (client_id: string) => ({
      ...{ client_id, client_secret: SECRET, grant_types: ['client_credentials'] },
      ...{ response_types: [], redirect_uris: [] },
    });
    return {
      issuer: this.issuer,
      people: this.people,
      audience: AUDIENCE,
      keys: this.keys.map(({ jwk }) => jwk),
      clients: [
        {
          ...{ client_id: CLIENT, client_secret: SECRET },
          redirect_uris: [`${this.productUrl}/sign-in/callback`],
          post_logout_redirect_uris: [`${this.productUrl}/sign-in`],
          backchannel_logout_uri: `${this.productUrl}/sign-in/back-channel-logout`,
          backchannel_logout_session_required: true,
        },
        program('case-system'),
        program('stranger'),
      ],
    };
  }

  private async tell(message: object): Promise<unknown> {
    const child = this.child;
    if (!child) throw new Error('The provider does not run.');
    const id = (this.messages += 1);
    return new Promise((resolve, reject) => {
      const gone = () => reject(new Error('The provider has gone.'));
      const listen = (answer: { id: number }) => {
        if (answer.id !== id) return;
        child.off('message', listen).off('exit', gone);
        resolve(answer);
      };
      child.on('message', listen).once('exit', gone);
      child.send({ id, ...message });
    });
  }
}
