import { Injectable } from '@nestjs/common';
import type { Person } from '../platform/actor';
import { Database } from '../platform/database';
import { RequestChanges } from './request-changes.service';
import type { RequestOffer } from './request-offer.entity';
import { RequestOffers } from './request-offers.service';
import type { RequestOnFile } from './request.reader';

/** A request with everything it was ever offered, the latest first: all of one moment. */
export interface RequestFile {
  readonly request: RequestOnFile;
  readonly offers: readonly RequestOffer[];
}

@Injectable()
export class RequestFiles {
  constructor(
    private readonly database: Database,
    private readonly changes: RequestChanges,
    private readonly offers: RequestOffers,
  ) {}

  /** @throws NotThere */
  async open(id: string, by: Person): Promise<RequestFile> {
    return this.database.snapshot(async () => {
      const request = await this.changes.visible(id, by);
      return { request, offers: await this.offers.of(request) };
    });
  }
}
