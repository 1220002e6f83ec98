import { URGENCY_WORDS } from '../domain/request-words';
import { sayAsk, sayTogether } from '../domain/say-ask';
import type { DecisionsFile } from './decisions.service';

export function decisionsView({ today, requests, count, names }: DecisionsFile, unitId: string) {
  return {
    lines: requests.map((request) => ({
      who: sayTogether(request.youngPersonIds.map((id) => names.get(id) ?? '')),
      ask: sayAsk(request, today),
      urgency: request.urgency === 'routine' ? undefined : URGENCY_WORDS[request.urgency],
      tone: request.urgency === 'urgent' ? 'bad' : 'careful',
      isOwed: request.displacedBefore,
      href: `/requests/${request.id}`,
    })),
    allHref: `/requests?unit=${unitId}`,
    all: count > requests.length ? `See all ${count} in the queue` : 'See the queue',
  };
}
