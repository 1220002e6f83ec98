import { resolve } from 'node:path';
import { readOpenId, type OpenIdSettings } from './openid';

/** What the process was told by its surroundings; read once, validated, frozen. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  readonly dataDirectory: string;
  /** A server of one's own; absent means the embedded database in `dataDirectory`. */
  readonly databaseUrl: string | undefined;
  /** The same database as its owner; absent means that `databaseUrl` is the owner's, who makes the application's role. */
  readonly migrationsDatabaseUrl: string | undefined;
  /** Real children are in it: demonstration accounts and unguarded lines are refused. */
  readonly production: boolean;
  readonly demo: boolean;
  /** The council's sign-in; without it only accounts of the demonstration can sign in. */
  readonly openId: OpenIdSettings | undefined;
  readonly poolSize: number;
  /** Where people find the product, without a slash at its end. */
  readonly publicUrl: string;
  readonly noticesGo: NoticesGo;
  /** How many requests an account, and an address, may send in a minute. */
  readonly rateLimit: number;
  /** How many proxies of one's own stand before the product. */
  readonly trustProxy: number;
  /** Whom to tell of a weakness: `mailto:` or `https:`. */
  readonly securityContact: string | undefined;
}

/** How notices leave the product, if they do. */
export type NoticesGo =
  | { readonly by: 'smtp'; readonly url: string; readonly from: string }
  | {
      readonly by: 'notify';
      readonly apiKey: string;
      readonly templateId: string;
      readonly url: string | undefined;
    }
  | { readonly by: 'outbox' };

/** @throws Error listing every setting that is wrong and what would be right. */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const problems: string[] = [];
  const port = wholeNumber('PORT', variables['PORT'], 3000, 0, 65_535, problems);
  const host = variables['HOST'] || '127.0.0.1';
  const openId = readOpenId(variables, problems);
  const production = onOff(
    'PRODUCTION',
    variables['PRODUCTION'],
    variables['NODE_ENV'] === 'production',
    problems,
  );
  const environment: Environment = {
    port,
    host,
    dataDirectory: resolve(variables['DATA_DIR'] || './data'),
    databaseUrl: databaseUrl('DATABASE_URL', variables['DATABASE_URL'], problems),
    migrationsDatabaseUrl: databaseUrl(
      'MIGRATIONS_DATABASE_URL',
      variables['MIGRATIONS_DATABASE_URL'],
      problems,
    ),
    production,
    demo: onOff('DEMO', variables['DEMO'], !openId && !production, problems),
    openId,
    poolSize: wholeNumber('POOL_SIZE', variables['POOL_SIZE'], 10, 1, 200, problems),
    publicUrl:
      webAddress('PUBLIC_URL', variables['PUBLIC_URL'], problems) ?? `http://${reachable(host)}:${port}`,
    noticesGo: Object.freeze(noticesGo(variables, problems)),
    rateLimit: wholeNumber('RATE_LIMIT', variables['RATE_LIMIT'], 30_000, 60, 100_000_000, problems),
    trustProxy: wholeNumber('TRUST_PROXY', variables['TRUST_PROXY'], 0, 0, 10, problems),
    securityContact: securityContact(variables['SECURITY_CONTACT'], problems),
  };
  twoRoles(environment, problems);
  realSignIn(environment, problems);
  safeLine(environment, problems);
  if (problems.length > 0) throw new Error(`These settings are wrong:\n  ${problems.join('\n  ')}`);
  return Object.freeze(environment);
}

function wholeNumber(
  name: string,
  given: string | undefined,
  otherwise: number,
  least: number,
  most: number,
  problems: string[],
): number {
  if (given === undefined || given === '') return otherwise;
  const value = Number(given);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  problems.push(`${name} is "${given}": give a whole number from ${least} to ${most}.`);
  return otherwise;
}

function databaseUrl(name: string, given: string | undefined, problems: string[]): string | undefined {
  if (given === undefined || given === '') return undefined;
  if (/^postgres(ql)?:\/\/./.test(given) && URL.canParse(given)) return given;
  problems.push(`${name} does not look like postgres://user:password@host:5432/name.`);
  return undefined;
}

function twoRoles({ databaseUrl, migrationsDatabaseUrl }: Environment, problems: string[]): void {
  if (migrationsDatabaseUrl === undefined) return;
  if (databaseUrl === undefined)
    problems.push('MIGRATIONS_DATABASE_URL is set, and DATABASE_URL, the application’s own way in, is not.');
  else if (new URL(databaseUrl).username === new URL(migrationsDatabaseUrl).username)
    problems.push(
      'DATABASE_URL and MIGRATIONS_DATABASE_URL name the same role: the application needs one of its own.',
    );
}

/** Accounts whose password is printed and a council's own never stand side by side. */
function realSignIn({ production, demo, openId, publicUrl }: Environment, problems: string[]): void {
  if (demo && openId)
    problems.push(
      'DEMO is "on" and OIDC_ISSUER is set: the demonstration has accounts of its own. Leave DEMO out.',
    );
  if (!production) return;
  if (!openId)
    problems.push(
      'OIDC_ISSUER is not set, and this is production (PRODUCTION=on or NODE_ENV=production): nobody could sign in. ' +
        'Set OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_ROLES; to try the product out, set PRODUCTION=off.',
    );
  if (demo && !openId)
    problems.push('DEMO is "on" in production: its accounts are no secret. Leave DEMO out.');
  if (openId && !openId.issuer.startsWith('https:'))
    problems.push('OIDC_ISSUER must begin with https:// in production.');
  if (!publicUrl.startsWith('https:'))
    problems.push(
      'PUBLIC_URL must be set in production, and begin with https://: people sign in and out through it.',
    );
}

/** Browsers keep the cookie of a session only where nobody on the way can read it. */
function safeLine({ publicUrl }: Environment, problems: string[]): void {
  const { protocol, hostname } = new URL(publicUrl);
  const isThisMachine = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  if (protocol === 'http:' && !isThisMachine)
    problems.push(
      `People would come to ${publicUrl} without https, and could not sign in: set PUBLIC_URL to the https address ` +
        'that a proxy in front of the product serves.',
    );
}

function securityContact(given: string | undefined, problems: string[]): string | undefined {
  if (given === undefined || given === '') return undefined;
  if (/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(given)) return given;
  problems.push(`SECURITY_CONTACT is "${given}": give mailto:security@council.example or an https address.`);
  return undefined;
}

/** What is typed into a browser for an address that a server listens on. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function webAddress(name: string, given: string | undefined, problems: string[]): string | undefined {
  if (given === undefined || given === '') return undefined;
  if (/^https?:\/\/./.test(given) && URL.canParse(given)) return given.replace(/(?<!\/)\/+$/, '');
  problems.push(`${name} is "${given}": give an address such as https://short-breaks.example.`);
  return undefined;
}

/** What was given is not said again: it holds passwords and keys. */
function noticesGo(variables: NodeJS.ProcessEnv, problems: string[]): NoticesGo {
  const {
    SMTP_URL: smtp,
    NOTICES_FROM: from,
    NOTIFY_API_KEY: apiKey,
    NOTIFY_TEMPLATE_ID: templateId,
  } = variables;
  const url = webAddress('NOTIFY_URL', variables['NOTIFY_URL'], problems);
  if (smtp && apiKey)
    problems.push('SMTP_URL and NOTIFY_API_KEY are both set: choose one way of sending notices.');
  if (smtp && !(/^smtps?:\/\/./.test(smtp) && URL.canParse(smtp)))
    problems.push('SMTP_URL does not look like smtp://user:password@host:587.');
  if (smtp && !/^[^\r\n@]*[^\s@<>]@[^\s@<>]+>?$/.test(from ?? ''))
    problems.push(
      'NOTICES_FROM must be the address notices come from, such as short-breaks@council.example.',
    );
  if (apiKey && !/[0-9a-f-]{36}-[0-9a-f-]{36}$/i.test(apiKey))
    problems.push('NOTIFY_API_KEY does not look like a key of GOV.UK Notify: name, service and secret.');
  if (apiKey && !templateId)
    problems.push('NOTIFY_TEMPLATE_ID is missing: the template notices are put into.');
  if (smtp) return { by: 'smtp', url: smtp, from: from ?? '' };
  if (apiKey) return { by: 'notify', apiKey, templateId: templateId ?? '', url };
  return { by: 'outbox' };
}

function onOff(name: string, given: string | undefined, otherwise: boolean, problems: string[]): boolean {
  if (given === undefined || given === '') return otherwise;
  if (given === 'on') return true;
  if (given === 'off') return false;
  problems.push(`${name} is "${given}": give "on" or "off".`);
  return otherwise;
}
