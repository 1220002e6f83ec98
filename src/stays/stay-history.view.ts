import { findingTitle } from '../domain/finding-titles';
import { roomName } from '../domain/room-name';
import { sayMoment } from '../domain/say-moment';
import { sayStay } from '../domain/say-dates';
import type { Room } from '../units/room.entity';
import type { Authorisation, HistoryEntry } from './stay-history.service';

export interface HistoryLine {
  readonly what: string;
  readonly whoAndWhen: string;
  readonly why: string | undefined;
}

const SAID: Readonly<Record<string, string>> = {
  'stay.held': 'Bed held',
  'stay.hold-expired': 'The hold ran out',
  'stay.confirmed': 'Stay confirmed',
  'stay.arrived': 'Arrival recorded',
  'stay.departed': 'Departure recorded',
  'stay.cancelled': 'Stay cancelled',
  'stay.not-arrived': 'Did not arrive',
  'stay.redated': 'Dates changed',
  'stay.moved': 'Moved',
  'stay.swapped': 'Swapped rooms',
  'stay.undone': 'Change taken back',
  'stay.displaced': 'Lost its bed to an emergency',
  'stay.moved-for-emergency': 'Moved to make room for an emergency',
  'stay.redated-for-emergency': 'Dates changed to make room for an emergency',
  'stay.imported': 'Imported from a file',
};

export interface Telling {
  readonly today: string;
  readonly rooms: readonly Room[];
  /** Reasons may name a young person, so only those who may know who stays read them. */
  readonly mayKnow: boolean;
}

export function historyLine(entry: HistoryEntry, { today, rooms, mayKnow }: Telling): HistoryLine {
  const isNew = entry.before.arrivesOn === null && entry.action === 'stay.confirmed';
  const what = isNew ? 'Booked' : (SAID[entry.action] ?? entry.action);
  return {
    what: `${what}${changeOfRooms(entry, rooms)}${changeOfDates(entry, today)}`,
    whoAndWhen: `${entry.actorName}, ${sayMoment(entry.at)}`,
    why: mayKnow && entry.reason ? inWords(entry.reason) : undefined,
  };
}

export function authorisationLine(
  { code, reason, managerName, at }: Authorisation,
  mayKnow: boolean,
): HistoryLine {
  return {
    what: findingTitle(code),
    whoAndWhen: `${managerName}, ${sayMoment(at)}`,
    why: mayKnow ? reason : undefined,
  };
}

/** A booking's reason holds what was authorised as `code: why`. */
function inWords(reason: string): string {
  return reason.replace(/(?<=^|; )[a-z-]+(?=: )/g, findingTitle);
}

function changeOfRooms({ before, after }: HistoryEntry, rooms: readonly Room[]): string {
  const [was, is] = [before, after].map(({ roomId }) => rooms.find(({ id }) => id === roomId));
  return was && is ? `: from ${roomName(was)} to ${roomName(is)}` : '';
}

function changeOfDates({ before, after }: HistoryEntry, today: string): string {
  if (!before.arrivesOn || !before.departsOn || !after.arrivesOn || !after.departsOn) return '';
  const was = sayStay({ from: before.arrivesOn, to: before.departsOn }, today);
  const is = sayStay({ from: after.arrivesOn, to: after.departsOn }, today);
  return was === is ? '' : `: was ${was}, now ${is}`;
}
