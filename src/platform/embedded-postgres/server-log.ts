import { closeSync, openSync, readFileSync, renameSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unusable } from './data-directory';

const KEPT_BYTES = 10_000_000;
const QUOTED_LINES = 12;
const LITTLE_SPACE = 100_000_000;

/** PostgreSQL's own words in `<directory>/postgres.log`, quoted when it fails. */
export class ServerLog {
  private readonly path: string;
  private attemptFrom = 0;

  constructor(directory: string) {
    this.path = join(directory, 'postgres.log');
    if (this.size() > KEPT_BYTES) renameSync(this.path, `${this.path}.1`);
    closeSync(this.open());
  }

  /** For the server to write to; whoever opens it closes it. */
  open(): number {
    try {
      // Readable by nobody else: an error may quote the record it is about.
      return openSync(this.path, 'a', 0o600);
    } catch (problem) {
      throw unusable(this.path, problem);
    }
  }

  beginAttempt(): void {
    this.attemptFrom = this.size();
  }

  /** What was written since the attempt began. */
  words(): string {
    return readFileSync(this.path).subarray(this.attemptFrom).toString().trim();
  }

  /** The last lines of this attempt, ready to stand after a sentence. */
  quote(): string {
    const words = this.words();
    const lines = words === '' ? [] : ['', ...words.split('\n').slice(-QUOTED_LINES)];
    const { bavail, bsize } = statfsSync(dirname(this.path));
    const space = bavail * bsize;
    const warning = space < LITTLE_SPACE ? ` Only ${Math.floor(space / 1e6)} MB are free on its disk.` : '';
    return `${warning} Its log is ${this.path}.${lines.join('\n  ')}`;
  }

  failure(sentence: string, cause?: unknown): Error {
    const why = cause instanceof Error ? ` ${cause.message}\n` : '';
    const cure = 'Cure what it names, or set DATA_DIR to another directory, or set DATABASE_URL.';
    return new Error(`${sentence}${why}${this.quote()}\n${cure}`, { cause });
  }

  private size(): number {
    return statSync(this.path, { throwIfNoEntry: false })?.size ?? 0;
  }
}
