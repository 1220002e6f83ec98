import { accessSync, constants, mkdirSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';

/** @throws Error saying what to do when the directory can be neither made nor written. */
export function prepareDirectory(given: string): string {
  const directory = resolve(given);
  try {
    // Enterable by others only for root, who may have to run PostgreSQL as another account.
    mkdirSync(directory, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(directory);
  } catch (problem) {
    throw unusable(directory, problem);
  }
}

export function unusable(path: string, problem: unknown): Error {
  const { code = 'unknown' } = problem as NodeJS.ErrnoException;
  return new Error(
    `The data directory cannot be used, because of ${path} (${code}): give this user rights to it, ` +
      'make room on its disk if that is full, or set DATA_DIR to another directory.',
    { cause: problem },
  );
}
