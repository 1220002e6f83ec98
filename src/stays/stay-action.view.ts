import type { Finding } from '../domain/findings';
import { ENDED_BY } from '../domain/ledger';
import { clockTime, londonDate } from '../domain/london';
import type { RoomOffer } from '../domain/room-offers';
import { roomName } from '../domain/room-name';
import { sayStay } from '../domain/say-dates';
import type { StayActionName } from '../domain/stay-actions';
import { ENDED_BY_WORDS } from '../domain/stay-words';
import type { FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { cameFrom } from '../platform/way-back';
import { whyNotFree } from './check.view';
import { findingCards, type Names } from '../platform/finding-card.view';
import { givenIn } from '../platform/given-form';
import { givenView } from '../platform/given.view';
import { ACTION_WORDS } from '../domain/stay-action-words';
import { roomsOf, stayFacts, stayHead, type StayFile } from './stay-page.view';
import type { LodgedStay } from './stay.view';

/** What the forms choose from: rooms to move to, stays to swap with. */
export interface Choices {
  readonly rooms: readonly RoomOffer[];
  readonly others: readonly LodgedStay[];
  readonly names: Names;
}

export interface Filling {
  readonly now: Date;
  readonly today: string;
  readonly key: string;
  readonly sent: SentForm;
  readonly mayAuthorise: boolean;
  readonly errors: readonly FieldError[];
  readonly findings: readonly Finding[];
}

export function stayActionView(name: StayActionName, file: StayFile, choices: Choices, filling: Filling) {
  const { today, errors, findings, sent } = filling;
  const { dates, status, stayId, ...head } = stayHead(file, filling);
  const { title, button, isWarning = false } = ACTION_WORDS[name];
  const facts = stayFacts(file, { mayKnow: true }).filter(({ key }) =>
    ['Young person', 'Room', 'Held until', 'Arrived'].includes(key),
  );
  return {
    ...head,
    title,
    stayId,
    errors,
    back: { text: 'Back to the stay', href: `/stays/${stayId}` },
    action: { name, button, isWarning, href: `/stays/${stayId}/${name}` },
    facts: [...facts, { key: 'Nights', text: dates }, { key: 'State', text: status.text }],
    from: cameFrom(sent),
    form: { key: filling.key, ...answers(file, filling), ...offered(file, choices, today, sent) },
    findings: findingCards(findings, choices.names, name === 'swap' ? 2 : 1),
    given: givenView(findings, givenIn(sent), filling.mayAuthorise),
  };
}

/** As typed; before anything is typed, what is likeliest. */
function answers({ stay }: StayFile, { sent, now }: Filling) {
  const typedOr = (name: string, likely: string) => (name in sent ? typed(sent, name) : likely);
  return {
    on: typedOr('on', londonDate(now)),
    at: typedOr('at', clockTime(now)),
    destination: typed(sent, 'destination'),
    summary: typed(sent, 'summary'),
    reason: typed(sent, 'reason'),
    by: typed(sent, 'by'),
    arrivesOn: typedOr('arrivesOn', stay.arrivesOn),
    departsOn: typedOr('departsOn', stay.departsOn),
    endedBy: ENDED_BY.map((value) => ({ value, text: ENDED_BY_WORDS[value] })),
  };
}

function offered({ rooms }: StayFile, choices: Choices, today: string, sent: SentForm) {
  return {
    roomId: typed(sent, 'roomId'),
    withStayId: typed(sent, 'withStayId'),
    rooms: choices.rooms
      .filter(({ whyNot }) => whyNot.length === 0)
      .map(({ room }) => ({
        value: room.id,
        text: roomName(room),
        ...(room.features.length > 0 ? { hint: { text: room.features.join(', ') } } : {}),
      })),
    notFree: choices.rooms.flatMap(whyNotFree),
    others: choices.others.map((other) => ({
      value: other.stay.id,
      text: choices.names.get(other.stay.youngPersonId) ?? 'A young person',
      hint: {
        text: `${roomsOf(other, rooms).at(-1) ?? ''}, ${sayStay({ from: other.stay.arrivesOn, to: other.stay.departsOn }, today)}`,
      },
    })),
  };
}
