import { londonDate } from '../domain/london';
import { URGENCY_WORDS } from '../domain/request-words';
import { sayAsk, sayTogether } from '../domain/say-ask';
import { sayDate } from '../domain/say-dates';
import { sayLeft, sayWho } from './request-card.view';
import type { RequestPageFile } from './request-page-files.service';

export function requestFacts({ request, unit, people, balances, names }: RequestPageFile, today: string) {
  const { wishes, mayLeaveOut } = request;
  return [
    { key: 'For', text: sayWho(people, today) },
    { key: 'Nights', text: sayAsk(request, today) },
    { key: 'In their plans', text: sayLeft(people, balances) },
    { key: 'Why', text: request.reason },
    { key: 'How soon', text: URGENCY_WORDS[request.urgency] },
    ...(wishes.length > 0 ? [{ key: 'Room wishes', text: wishes.join(', ') }] : []),
    ...(people.length > 1 ? [{ key: 'Together', text: together(mayLeaveOut, names) }] : []),
    { key: 'Unit', text: unit.name },
    {
      key: 'Asked',
      text: `by ${request.requestedByName} on ${sayDate(londonDate(request.requestedAt))}`,
    },
  ];
}

function together(mayLeaveOut: readonly string[], names: ReadonlyMap<string, string>): string {
  if (mayLeaveOut.length === 0) return 'All of them or none';
  return `${sayTogether(mayLeaveOut.map((id) => names.get(id) ?? ''))} may be left out`;
}
