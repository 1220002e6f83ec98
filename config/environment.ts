import { resolve } from 'node:path';

/** What the process was told by its surroundings; read once, validated, frozen. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  readonly dataDirectory: string;
  /** A server of one's own; absent means the embedded database in `dataDirectory`. */
  readonly databaseUrl: string | undefined;
  readonly demo: boolean;
  readonly poolSize: number;
}

/** @throws Error listing every setting that is wrong and what would be right. */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const problems: string[] = [];
  const environment: Environment = {
    port: wholeNumber('PORT', variables['PORT'], 3000, 0, 65_535, problems),
    host: variables['HOST'] || '127.0.0.1',
    dataDirectory: resolve(variables['DATA_DIR'] || './data'),
    databaseUrl: databaseUrl(variables['DATABASE_URL'], problems),
    demo: onOff('DEMO', variables['DEMO'], true, problems),
    poolSize: wholeNumber('POOL_SIZE', variables['POOL_SIZE'], 10, 1, 200, problems),
  };
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

function databaseUrl(given: string | undefined, problems: string[]): string | undefined {
  if (given === undefined || given === '') return undefined;
  if (/^postgres(ql)?:\/\/./.test(given) && URL.canParse(given)) return given;
  problems.push('DATABASE_URL does not look like postgres://user:password@host:5432/name.');
  return undefined;
}

function onOff(name: string, given: string | undefined, otherwise: boolean, problems: string[]): boolean {
  if (given === undefined || given === '') return otherwise;
  if (given === 'on') return true;
  if (given === 'off') return false;
  problems.push(`${name} is "${given}": give "on" or "off".`);
  return otherwise;
}
