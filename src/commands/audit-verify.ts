import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { createDataSource } from '../../config/database';
import { readEnvironment } from '../../config/environment';
import { ENTITIES } from '../entities';
import { AuditVerification, type KeptHead, type Verification } from '../platform/audit/verification.service';
import { Database } from '../platform/database';
import { serveDatabase } from '../platform/served-database';
import { run } from './run';

const USAGE = `Usage: npm run audit:verify -- [--keep heads.json] [--against heads.json]

Reckons the audit trail again and names the first entry of each chain that is not as it was written.
--keep notes where each chain ends now: put the file where nobody who keeps the database can change it.
--against finds those ends again, so that even a trail written anew from its beginning is found out.`;

run(async (say) => {
  const { keep, against } = asked();
  const kept = against === undefined ? [] : await read(against);
  const environment = readEnvironment();
  const database = await serveDatabase(environment, say, say);
  const dataSource = createDataSource(database.url, 2, ENTITIES);
  try {
    await dataSource.initialize();
    const found = await verify(dataSource, kept, say);
    if (keep !== undefined) await writeFile(keep, `${JSON.stringify(found.chains.map(headOf), null, 2)}\n`);
    report(found, say);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await database.stop();
  }
});

const headOf = ({ unitId, entries, head }: KeptHead): KeptHead => ({ unitId, entries, head });

function verify(
  dataSource: DataSource,
  kept: readonly KeptHead[],
  say: (sentence: string) => void,
): Promise<Verification> {
  let told = 0;
  return new AuditVerification(new Database(dataSource)).verify(kept, (followed) => {
    if (followed - told < 20_000) return;
    told = followed;
    say(`${followed} entries followed …`);
  });
}

function asked(): { readonly keep?: string | undefined; readonly against?: string | undefined } {
  try {
    return parseArgs({ options: { keep: { type: 'string' }, against: { type: 'string' } } }).values;
  } catch {
    throw new Error(USAGE);
  }
}

async function read(file: string): Promise<KeptHead[]> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as KeptHead[];
  } catch {
    throw new Error(`The file ${file} cannot be read: give one that --keep wrote.\n\n${USAGE}`);
  }
}

function report({ whole, entries, chains, unsealed }: Verification, say: (sentence: string) => void): void {
  for (const { unitId, entries: length, head, broken } of chains) {
    const name = unitId === null ? 'what concerns no unit' : `unit ${unitId}`;
    say(
      `${name}: ${length} entries, ends in ${head.slice(0, 16) || 'nothing'}. ${broken ? broken.what : 'Whole.'}`,
    );
  }
  if (unsealed.length > 0) say(`In no chain: entries ${unsealed.join(', ')}.`);
  if (!whole) throw new Error('The audit trail is NOT as it was written.');
  say(`The audit trail is whole: all ${entries} entries are as they were written.`);
}
