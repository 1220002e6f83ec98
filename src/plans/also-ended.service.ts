import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/actor';

export interface OpenRequest {
  readonly id: string;
  /** What a person reads before it ends: `2 nights between Fri 13 March and Sun 5 April`. */
  readonly said: string;
}

/** What a feature above this one keeps that ends with a family's CAS plan. */
export interface EndsWithCasPlan {
  open(tx: EntityManager, familyId: string): Promise<readonly OpenRequest[]>;
  withdraw(tx: EntityManager, ids: readonly string[], reason: string, by: Actor): Promise<void>;
}

/** Requests stand above plans, so they say here how to end them: `alsoEnded.add(…)` as their module starts. */
@Injectable()
export class AlsoEnded {
  private readonly kinds: EndsWithCasPlan[] = [];

  add(kind: EndsWithCasPlan): void {
    this.kinds.push(kind);
  }

  async open(tx: EntityManager, familyId: string): Promise<OpenRequest[]> {
    const found = [];
    for (const kind of this.kinds) found.push(...(await kind.open(tx, familyId)));
    return found;
  }

  async withdraw(
    tx: EntityManager,
    requests: readonly OpenRequest[],
    reason: string,
    by: Actor,
  ): Promise<void> {
    if (requests.length === 0) return;
    const ids = requests.map(({ id }) => id);
    for (const kind of this.kinds) await kind.withdraw(tx, ids, reason, by);
  }
}
