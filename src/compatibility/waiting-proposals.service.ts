import { Injectable } from '@nestjs/common';
import type { WaitingProposal } from '../domain/assessments-worth';

type Source = () => Promise<readonly WaitingProposal[]>;

/**
 * Whatever waits for a place. Features above this one know what does, and say so here when they start:
 * `waiting.from(() => this.proposals())` in `onModuleInit`.
 */
@Injectable()
export class WaitingProposals {
  private readonly sources: Source[] = [];

  from(source: Source): void {
    this.sources.push(source);
  }

  async all(): Promise<WaitingProposal[]> {
    return (await Promise.all(this.sources.map((source) => source()))).flat();
  }
}
