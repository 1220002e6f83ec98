import { DECLINE_WORDS } from '../domain/decline-reasons';
import { londonDate } from '../domain/london';
import { sayMoment } from '../domain/say-moment';
import { sayDate, sayDays } from '../domain/say-dates';
import type { RequestOnFile } from './request.reader';

/** Where a request stands, in a sentence for both sides. */
export function sayStanding(request: RequestOnFile, today: string): string {
  const { offer, waitingSince, answerCode, answerWords, answeredByName } = request;
  const words = answerWords ? ` “${answerWords}”` : '';
  switch (request.status) {
    case 'open':
      return 'The unit’s manager has it, with every check already made.';
    case 'offered':
      return offer
        ? `${sayDays(offer.arrivesOn, offer.departsOn, today)} is offered. The beds are held until ${sayMoment(new Date(offer.expiresAt))}.`
        : 'Beds are held.';
    case 'placed':
      return request.replacedById
        ? 'Its bed was lost to an emergency. Another request asks for its nights anew, first in the queue.'
        : 'The stays are booked.';
    case 'waiting':
      return `On the waiting list${waitingSince ? ` since ${sayDate(londonDate(waitingSince))}` : ''}. Nights that become free are offered at once.${words}`;
    case 'declined':
      return `${answerCode ? DECLINE_WORDS[answerCode] : 'Declined'}.${words}${answeredByName ? ` Declined by ${answeredByName}.` : ''}`;
    case 'withdrawn':
      return `Withdrawn.${words}`;
  }
}
