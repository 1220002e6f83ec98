import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { boot, type Booted } from '../boot';
import type { ImportRecord } from '../imports/import-records.service';
import { Imports } from '../imports/imports.service';
import type { Actor } from '../platform/actor';
import { Units } from '../units/units.service';
import { ProgressBar } from './progress-bar';
import { run } from './run';

const USAGE = `Usage: npm run import -- file.csv [--unit <id or name>]

Imports past stays, all or nothing. The columns are those of src/demo/data/pilot-year-stays.csv.
The unit may be left out when there is only one.`;

const BY: Actor = { id: null, name: 'The import command', role: 'system' };

run(async (say) => {
  const { file, unit } = asked();
  const bytes = await readFile(file).catch(() => {
    throw new Error(`The file ${file} cannot be read: check its name.\n\n${USAGE}`);
  });
  const product = await started(say);
  try {
    const upload = { unitId: await unitIdOf(product.app, unit), fileName: basename(file), bytes };
    const bar = new ProgressBar();
    const record = await product.app
      .get(Imports, { strict: false })
      .importNow(upload, BY, (progress) => bar.show(progress));
    bar.stop();
    report(record, say);
  } finally {
    await product.shutDown();
  }
});

function asked(): { readonly file: string; readonly unit: string | undefined } {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { unit: { type: 'string', short: 'u' } },
    });
    const [file, ...others] = positionals;
    if (file && others.length === 0) return { file, unit: values.unit };
  } catch {
    // What cannot be read is answered as what is missing: with how to write it.
  }
  throw new Error(USAGE);
}

async function started(say: (sentence: string) => void): Promise<Booted> {
  try {
    return await boot(say);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('already in use')) throw error;
    throw new Error(
      `${error.message}\nWhile the product runs, import on its page /import or with POST /api/imports.`,
      { cause: error },
    );
  }
}

async function unitIdOf(app: NestExpressApplication, asked: string | undefined): Promise<string> {
  const units = (await app.get(Units, { strict: false }).all()).map(({ unit }) => unit);
  const found = asked === undefined ? units : units.filter(({ id, name }) => id === asked || name === asked);
  const [only] = found;
  if (only && found.length === 1) return only.id;
  const listed = units.map(({ id, name }) => `  ${name}  ${id}`).join('\n') || '  (there are none)';
  const why = asked === undefined ? 'Say which unit' : `There is no one unit called "${asked}"`;
  throw new Error(`${why}, with --unit and one of these names or ids:\n${listed}`);
}

function report(
  { status, rows, imported, unchanged, errors }: ImportRecord,
  say: (line: string) => void,
): void {
  if (status === 'done') {
    say(`${rows} lines read: ${imported} stays imported, ${unchanged} were there already.`);
    return;
  }
  for (const { line, column, message } of errors)
    console.error(`line ${line}${column ? `, ${column}` : ''}: ${message}`);
  const wrong = errors.length === 1 ? 'one thing is' : `${errors.length} things are`;
  throw new Error(`Nothing was imported: ${wrong} wrong.`);
}
