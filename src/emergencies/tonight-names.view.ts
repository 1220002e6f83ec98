import { roomName } from '../domain/room-name';
import { sayDays } from '../domain/say-dates';
import { STATUS_WORDS } from '../domain/stay-words';
import type { Pair } from '../domain/tonight-facts';
import type { ShownTonight } from './tonight.service';

export interface GuestNamed {
  readonly name: string;
  readonly href: string;
  readonly words: string;
}

/** Who stays tonight; nothing for those who may not know. */
export function guestsNamed({ facts, rooms, names }: ShownTonight): GuestNamed[] | undefined {
  if (!names) return undefined;
  return facts.guests.map(({ stay, youngPersonId, roomId, needsSolo }) => {
    const room = rooms.find(({ id }) => id === roomId);
    const leaves = stay.nights.to;
    const facets = [
      STATUS_WORDS[stay.status].text,
      ...(room ? [roomName(room)] : []),
      leaves < facts.on ? 'overdue to leave' : `until ${sayDays(leaves, leaves, facts.on)}`,
      ...(needsSolo ? ['needs the unit to themselves'] : []),
    ];
    return {
      name: names.get(youngPersonId) ?? '',
      href: `/stays/${stay.id}`,
      words: facets.join(' · '),
    };
  });
}

/** What was judged, or not, of any two of them; nothing for those who may not know. */
export function pairsNamed({ facts, names }: ShownTonight): string[] {
  if (!names) return [];
  return facts.pairs.map((pair) => {
    const [one, other] = [pair.youngPersonId, pair.peerId].map((id) => names.get(id) ?? '');
    return `${one} and ${other}: ${wordsOf(pair)}`;
  });
}

function wordsOf(pair: Pair): string {
  switch (pair.code) {
    case 'not-together':
      return 'judged not to be together.';
    case 'not-assessed':
      return pair.reviewedOn === null ? 'nobody has assessed them.' : 'their assessment is past its review.';
    case 'controls':
      return `together only with controls: ${pair.controls}`;
  }
}
