import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays } from '../domain/calendar-date';
import { whyNot } from '../domain/request-actions';
import { sayDate } from '../domain/say-dates';
import { sayNightCount } from '../domain/say-numbers';
import type { Actor } from '../platform/actor';
import { AlsoEnded, type EndsWithCasPlan, type OpenRequest } from '../plans/also-ended.service';
import { RequestReplies } from './request-replies.service';
import { RequestTidying } from './request-tidying.service';
import { RequestReader, type RequestOnFile } from './request.reader';
import { Requests } from './requests.service';

/** A family whose CAS plan ends asks for nothing any more: its requests are withdrawn with it. */
@Injectable()
export class RequestsEnd implements EndsWithCasPlan, OnModuleInit {
  constructor(
    private readonly alsoEnded: AlsoEnded,
    private readonly reader: RequestReader,
    private readonly replies: RequestReplies,
    private readonly tidying: RequestTidying,
    private readonly requests: Requests,
  ) {}

  onModuleInit(): void {
    this.alsoEnded.add(this);
  }

  async open(_tx: EntityManager, familyId: string): Promise<OpenRequest[]> {
    const requests = await this.reader.list({ familyIds: [familyId] });
    return requests
      .filter((request) => whyNot('withdrawal', request, this.requests.today) === undefined)
      .map((request) => ({ id: request.id, said: inWords(request) }));
  }

  /** Under the lock of every unit. Beds held for them may have been given back already. */
  async withdraw(tx: EntityManager, ids: readonly string[], reason: string, by: Actor): Promise<void> {
    for (const id of ids) {
      await this.tidying.tidy(tx, (await this.reader.one(id)).unitId);
      const request = await this.reader.one(id);
      if (whyNot('withdrawal', request, this.requests.today) === undefined)
        await this.replies.withdrawNow(tx, request, reason, by);
    }
  }
}

function inWords({ nights, earliest, latest }: RequestOnFile): string {
  return `${sayNightCount(nights)} between ${sayDate(earliest)} and ${sayDate(addDays(latest, nights))}`;
}
