import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { sayDate } from '../domain/say-dates';
import { Notices, type Addressee } from '../platform/notices/notices';
import type { PutFirst } from '../requests/displaced-requests.service';
import type { MovedRequest } from '../requests/moved-offers.service';
import type { EmergencyClaim } from './emergency-claim.entity';

const MANAGERS: readonly Addressee[] = [{ role: 'manager' }, { role: 'deputy' }];

/** Who is told of a claim: the unit's managers, and the key workers of those who made way, never of the child. */
@Injectable()
export class ClaimNotices {
  constructor(private readonly notices: Notices) {}

  async tellOfClaim(tx: EntityManager, { id, unitId, night, youngPersonId }: EmergencyClaim): Promise<void> {
    await this.notices.write(tx, {
      kind: 'emergency.claimed',
      to: MANAGERS,
      subject: 'A bed was claimed in an emergency',
      body: `A bed was claimed for the night of ${sayDate(night)}. The claim says what is known and what is to be done.`,
      link: `/emergency-claims/${id}`,
      ...{ unitId, about: [youngPersonId], once: `emergency.claimed ${id}` },
    });
  }

  async tellOfLoss(
    tx: EntityManager,
    { unitId, night }: EmergencyClaim,
    { requestId, datesOffered, keyWorkerId }: PutFirst,
    about: readonly string[],
  ): Promise<void> {
    const lost = {
      kind: 'stay.displaced',
      subject: 'A planned break lost its bed to an emergency',
      link: `/requests/${requestId}`,
      ...{ unitId, about },
    };
    if (keyWorkerId)
      await this.notices.write(tx, {
        ...lost,
        to: { accountId: keyWorkerId },
        body: `An emergency on ${sayDate(night)} took the bed of a family whose plan you hold. ${saysWorker(datesOffered.length)}`,
      });
    await this.notices.write(tx, {
      ...lost,
      to: MANAGERS,
      body: `The emergency of ${sayDate(night)} took the bed of a planned break. Its request is first in the queue. ${saysManager(datesOffered.length, keyWorkerId !== undefined)}`,
    });
  }

  async tellOfOtherDates(
    tx: EntityManager,
    { unitId, night }: EmergencyClaim,
    { requestId, keyWorkerId, about }: MovedRequest,
  ): Promise<void> {
    if (!keyWorkerId) return;
    await this.notices.write(tx, {
      kind: 'stay.re-dated',
      to: { accountId: keyWorkerId },
      subject: 'A break has other dates because of an emergency',
      body: `An emergency on ${sayDate(night)} needed a bed. A break of a family whose plan you hold keeps a bed on other dates, within the days the family said suit. Look at the new dates and tell the family.`,
      link: `/requests/${requestId}`,
      ...{ unitId, about },
    });
  }
}

function saysWorker(dates: number): string {
  if (dates === 0)
    return 'No other date works yet: the request is first in the queue, and what becomes free is offered to it.';
  return dates === 1
    ? 'One other date works: look at it, and it is booked at once.'
    : 'Other dates that work are on the request: choose one, and it is booked at once.';
}

function saysManager(dates: number, hasKeyWorker: boolean): string {
  if (dates === 0) return 'No other date works yet.';
  return hasKeyWorker
    ? 'Its CAS worker has been asked to choose among the dates that work.'
    : 'The family has no CAS worker: choose a date for it.';
}
