import { hashOf, NOTHING_BEFORE, type Sealed } from './chain';

/** A link of a chain and the entry it seals; `null` for one that is no longer there. */
export interface Link {
  readonly chain: string;
  readonly position: number;
  readonly entryId: number;
  readonly hash: Buffer;
  readonly entry: Sealed | null;
}

/** Where a chain should end. */
export interface Head {
  readonly chain: string;
  readonly length: number;
  readonly hash: Buffer;
}

/** The first place where a chain does not hold, in words and by number. */
export interface Break {
  readonly position: number;
  /** `null` when what is missing has no number. */
  readonly entryId: number | null;
  readonly what: string;
}

/** Follows one chain link by link, from its first; stops at the first that does not hold. */
export class ChainWalk {
  private hash: Buffer = NOTHING_BEFORE;
  private length = 0;
  broken: Break | undefined;

  follow({ position, entryId, hash, entry }: Link): void {
    if (this.broken) return;
    const next = this.length + 1;
    if (position !== next) this.broken = { position: next, entryId: null, what: `Link ${next} is missing.` };
    else if (!entry) this.broken = { position, entryId, what: `Entry ${entryId} has been removed.` };
    else if (!hashOf(this.hash, entry).equals(hash))
      this.broken = {
        position,
        entryId,
        what: `Entry ${entryId} is not what was written: it was altered, or moved.`,
      };
    this.hash = hash;
    this.length = position;
  }

  /** Whether it ends where it should. */
  end({ length, hash }: Head): void {
    if (this.broken || (this.length === length && this.hash.equals(hash))) return;
    const position = Math.min(this.length, length) + 1;
    this.broken = {
      position,
      entryId: null,
      what: `The chain should end at link ${length}, and ends at ${this.length}.`,
    };
  }
}
