import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WaitingProposals } from '../compatibility/waiting-proposals.service';
import type { WaitingProposal } from '../domain/assessments-worth';
import { unitsOfAsker } from '../platform/about/families-of';
import { RequestReader, type RequestOnFile } from './request.reader';
import { Requests } from './requests.service';

/** Each is searched for; those who have waited longest are looked at first. */
export const MOST_PROPOSALS = 40;

/** Tells whoever weighs which pairs are worth assessing what requests wait for, and which days might do. */
@Injectable()
export class RequestProposals implements OnModuleInit {
  constructor(
    private readonly waiting: WaitingProposals,
    private readonly reader: RequestReader,
    private readonly requests: Requests,
  ) {}

  onModuleInit(): void {
    this.waiting.from(() => this.proposals());
  }

  /** Those who have waited longest, of the requests given. */
  async of(requests: readonly RequestOnFile[]): Promise<WaitingProposal[]> {
    const oldestFirst = [...requests].sort((a, b) => a.requestedAt.getTime() - b.requestedAt.getTime());
    const proposals: WaitingProposal[] = [];
    for (const request of oldestFirst.slice(0, MOST_PROPOSALS)) {
      const starts = await this.requests.datesFor(request);
      proposals.push({ nights: request.nights * request.youngPersonIds.length, starts });
    }
    return proposals;
  }

  private async proposals(): Promise<WaitingProposal[]> {
    const asking = { limit: MOST_PROPOSALS, ownUnits: unitsOfAsker() ?? undefined };
    return this.of([
      ...(await this.reader.list({ status: 'open', ...asking })),
      ...(await this.reader.list({ status: 'waiting', ...asking })),
    ]);
  }
}
