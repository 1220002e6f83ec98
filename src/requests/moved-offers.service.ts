import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KeyWorkers } from '../plans/key-workers.service';

/** A request whose stays have other dates than they had, and who is to tell the family. */
export interface MovedRequest {
  readonly requestId: string;
  readonly keyWorkerId: string | undefined;
  readonly about: readonly string[];
}

const FOLLOW = `
  UPDATE request_offers SET arrives_on = stays.arrives_on, departs_on = stays.departs_on
  FROM request_stays JOIN stays ON stays.id = stay_id
  WHERE request_stays.offer_id = request_offers.id AND outcome = 'open' AND stay_id = ANY ($1::uuid[])`;

const REQUESTS_OF = `
  SELECT requests.id, family_id AS "familyId", array_agg(young_person_id::text) AS about
  FROM request_stays JOIN requests ON requests.id = request_id JOIN stays ON stays.id = stay_id
  WHERE stay_id = ANY ($1::uuid[]) GROUP BY requests.id ORDER BY requests.id`;

interface Row {
  readonly id: string;
  readonly familyId: string;
  readonly about: string[];
}

/** Requests whose stays make room for an emergency by having other dates: an offer says the dates its beds are held on. */
@Injectable()
export class MovedOffers {
  constructor(private readonly keyWorkers: KeyWorkers) {}

  async follow(tx: EntityManager, stayIds: readonly string[]): Promise<MovedRequest[]> {
    await tx.query(FOLLOW, [stayIds]);
    const moved: MovedRequest[] = [];
    for (const { id, familyId, about } of await tx.query<Row[]>(REQUESTS_OF, [stayIds]))
      moved.push({ requestId: id, about, keyWorkerId: (await this.keyWorkers.ofFamily(familyId))?.id });
    return moved;
  }
}
