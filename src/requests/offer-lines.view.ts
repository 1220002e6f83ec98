import { OUTCOME_OF_OFFER_WORDS } from '../domain/request-words';
import { sayTogether } from '../domain/say-ask';
import { sayDays } from '../domain/say-dates';
import { sayMoment } from '../domain/say-moment';
import { sayRank } from '../domain/waiting-list';
import type { RequestOffer } from './request-offer.entity';

interface Reading {
  readonly today: string;
  readonly names: ReadonlyMap<string, string>;
  /** The rank tells of the others who wait. */
  readonly mayKnow: boolean;
}

/** Everything that was ever offered, and what became of it. */
export function offerLine(offer: RequestOffer, { today, names, mayKnow }: Reading) {
  const left = offer.leftOut.map((id) => names.get(id) ?? '');
  const whatBecame = [
    offer.endedAt ? sayMoment(offer.endedAt) : undefined,
    offer.endedByName ? `by ${offer.endedByName}` : undefined,
  ].filter((part) => part !== undefined);
  const why = [
    offer.endedReason,
    offer.byWaitingList && offer.why && mayKnow ? sayRank(offer.why) : undefined,
    offer.byWaitingList && !mayKnow ? 'Nights became free, and this request was next.' : undefined,
  ].filter((part) => part);
  return {
    what: `${sayDays(offer.arrivesOn, offer.departsOn, today)}${left.length > 0 ? `, without ${sayTogether(left)}` : ''}: ${OUTCOME_OF_OFFER_WORDS[offer.outcome].toLowerCase()}`,
    whoAndWhen: `Offered ${sayMoment(offer.madeAt)} by ${offer.byWaitingList ? 'the waiting list' : offer.madeByName}${whatBecame.length > 0 ? `; ended ${whatBecame.join(' ')}` : ''}`,
    why: why.join(' '),
  };
}
