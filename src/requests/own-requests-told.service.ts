import { Injectable } from '@nestjs/common';
import type { Person } from '../platform/actor';
import { OwnRequestRecords } from './own-requests.service';
import { ownRequestsView } from './own-requests.view';
import { Requests } from './requests.service';

/** A worker's requests in the words of their page, for other pages. */
@Injectable()
export class OwnRequestsTold {
  constructor(
    private readonly own: OwnRequestRecords,
    private readonly requests: Requests,
  ) {}

  /** What still waits for somebody's answer. */
  async unanswered(by: Person) {
    const { sections } = ownRequestsView(await this.own.of(by), this.requests.today, undefined);
    return sections.filter(({ isAnswered }) => !isAnswered);
  }
}
