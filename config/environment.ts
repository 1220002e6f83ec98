import { resolve } from 'node:path';

/** What the process was told by its surroundings; read once, validated, frozen. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  readonly dataDirectory: string;
  /** A server of one's own; absent means the embedded database in `dataDirectory`. */
  readonly databaseUrl: string | undefined;
  /** The same database as its owner; absent means that `databaseUrl` is the owner's, who makes the application's role. */
  readonly migrationsDatabaseUrl: string | undefined;
  readonly demo: boolean;
  readonly poolSize: number;
  /** Where people find the product, without a slash at its end. */
  readonly publicUrl: string;
  readonly noticesGo: NoticesGo;
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
    demo: onOff('DEMO', variables['DEMO'], true, problems),
    poolSize: wholeNumber('POOL_SIZE', variables['POOL_SIZE'], 10, 1, 200, problems),
    publicUrl:
      webAddress('PUBLIC_URL', variables['PUBLIC_URL'], problems) ?? `http://${reachable(host)}:${port}`,
    noticesGo: Object.freeze(noticesGo(variables, problems)),
  };
  twoRoles(environment, problems);
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
