import { createHash } from 'node:crypto';

/** Everything of an entry that is sealed, as text, in the order it is hashed in; `null` for what it does not say. */
export type Sealed = readonly (string | null)[];

/** The hash of a link: of the one before it and of every part after its length in bytes, as `audit_hash` in the database. */
export function hashOf(previous: Buffer, parts: Sealed): Buffer {
  const hash = createHash('sha256').update(previous);
  for (const part of parts) hash.update(part === null ? '-' : `${Buffer.byteLength(part)}:${part}`);
  return hash.digest();
}

/** What every chain begins with. */
export const NOTHING_BEFORE = Buffer.alloc(0);
