import type { StayStatus } from '../domain/diary';
import { clockTime, londonDate } from '../domain/london';
import { sayMoment } from '../domain/say-moment';
import { roomName } from '../domain/room-name';
import { sayStay } from '../domain/say-dates';
import { stayActions, type StayActionName } from '../domain/stay-actions';
import { ENDED_BY_WORDS, KIND_WORDS, STATUS_WORDS } from '../domain/stay-words';
import { findingTitle } from '../domain/finding-titles';
import type { Room } from '../units/room.entity';
import type { Unit } from '../units/unit.entity';
import { backToBoard } from './new-stay.view';
import { ACTION_WORDS, IN_ORDER, NEXT_STEPS } from '../domain/stay-action-words';
import type { Authorisation, HistoryEntry } from './stay-history.service';
import { authorisationLine, historyLine, type HistoryLine } from './stay-history.view';
import type { LodgedStay } from './stay.view';

/** Everything told about one stay. */
export interface StayFile extends LodgedStay {
  readonly unit: Unit;
  readonly rooms: readonly Room[];
  readonly siblings: readonly LodgedStay[];
  /** It came of an emergency claim, which has a page of its own. */
  readonly isClaimed: boolean;
  readonly history: readonly HistoryEntry[];
  readonly authorisations: readonly Authorisation[];
  /** Empty for those who may not know who stays. */
  readonly names: ReadonlyMap<string, string>;
}

export interface Reading {
  readonly now: Date;
  readonly today: string;
  readonly mayKnow: boolean;
  readonly mayChange: boolean;
  readonly mayWriteNoticed: boolean;
  readonly notice: string | undefined;
  /** For the form on the page. */
  readonly key: string;
}

export interface Fact {
  readonly key: string;
  readonly text: string;
  readonly href?: string;
  readonly lines?: readonly string[];
}

export function stayPageView(file: StayFile, reading: Reading) {
  const { stay, siblings, names } = file;
  const actions = stayActions(stay, reading.today, reading.mayChange);
  const allowed = IN_ORDER.filter((name) => actions.some((action) => action.name === name && action.allowed));
  const next = NEXT_STEPS.find((name) => allowed.includes(name));
  return {
    ...stayHead(file, reading),
    notice: reading.notice,
    facts: stayFacts(file, reading),
    next: next && {
      ...formOf(next, file),
      on: londonDate(reading.now),
      at: clockTime(reading.now),
      key: reading.key,
    },
    actions: allowed.filter((name) => name !== next).map((name) => formOf(name, file)),
    noticingHref:
      reading.mayWriteNoticed && hasBegun(stay.status) ? `/stays/${stay.id}/noticed/new` : undefined,
    claimHref: reading.mayChange && file.isClaimed ? `/emergency-claims/of-stay/${stay.id}` : undefined,
    notNow: reading.mayChange ? groupedByWhy(actions) : [],
    mayKnow: reading.mayKnow,
    siblings: siblings.map((sibling) => ({
      href: `/stays/${sibling.stay.id}`,
      text: names.get(sibling.stay.youngPersonId) ?? 'A brother’s or sister’s stay',
      room: roomsOf(sibling, file.rooms)[0] ?? 'No room',
      status: STATUS_WORDS[sibling.stay.status],
    })),
    authorisations: file.authorisations.map((each) => authorisationLine(each, reading.mayKnow)),
    history: file.history.map((entry): HistoryLine => historyLine(entry, { ...reading, rooms: file.rooms })),
  };
}

/** What the page of the stay and those of its forms begin with. */
export function stayHead({ stay, unit, names }: StayFile, { today }: Pick<Reading, 'today'>) {
  const name = names.get(stay.youngPersonId);
  return {
    title: name ?? 'A stay',
    name,
    stayId: stay.id,
    version: stay.version,
    unit,
    back: backToBoard(unit, stay.arrivesOn),
    status: STATUS_WORDS[stay.status],
    heldUntil: stay.status === 'held' && stay.holdExpiresAt ? sayMoment(stay.holdExpiresAt) : undefined,
    dates: sayStay({ from: stay.arrivesOn, to: stay.departsOn }, today),
  };
}

export function stayFacts(
  { stay, lodgings, rooms, names }: StayFile,
  { mayKnow }: Pick<Reading, 'mayKnow'>,
): Fact[] {
  const lodged = roomsOf({ stay, lodgings }, rooms);
  const name = names.get(stay.youngPersonId);
  const facts: (Fact | undefined)[] = [
    name ? { key: 'Young person', text: name, href: `/young-people/${stay.youngPersonId}` } : undefined,
    lodged.length > 0 ? { key: 'Room', text: lodged[0] ?? '', lines: lodged.slice(1) } : undefined,
    { key: 'Kind', text: KIND_WORDS[stay.kind] },
    lodgings.some(({ solo }) => solo) ? { key: 'Alone', text: 'Has the unit to themselves' } : undefined,
    moment('Held until', stay.status === 'held' ? stay.holdExpiresAt : null),
    moment('Arrived', stay.arrivedAt),
    moment('Left', stay.departedAt),
    mayKnow && stay.destination ? { key: 'Went to', text: stay.destination } : undefined,
    mayKnow && stay.summary ? { key: 'How it went', text: stay.summary } : undefined,
    stay.endedBy ? { key: 'Ended by', text: ENDED_BY_WORDS[stay.endedBy] } : undefined,
    mayKnow && stay.endedReason ? { key: 'Why it ended', text: stay.endedReason } : undefined,
    stay.acknowledged.length > 0
      ? { key: 'Read and confirmed', text: stay.acknowledged.map(findingTitle).join(', ') }
      : undefined,
    { key: 'Booked', text: sayMoment(stay.createdAt), lines: [`by ${stay.createdByName}`] },
  ];
  return facts.filter((fact): fact is Fact => fact !== undefined);
}

/** Room by room, with the nights of each where there are several. */
export function roomsOf({ stay, lodgings }: LodgedStay, rooms: readonly Room[]): string[] {
  const named = new Map(rooms.map((room) => [room.id, roomName(room)]));
  const inOrder = lodgings.filter(({ roomId }, index) => lodgings[index - 1]?.roomId !== roomId);
  return inOrder.map(({ roomId, nights }, index) => {
    const to = inOrder[index + 1]?.nights.from ?? stay.departsOn;
    const name = named.get(roomId) ?? '';
    return inOrder.length > 1 ? `${name} (${sayStay({ from: nights.from, to }, stay.arrivesOn)})` : name;
  });
}

function formOf(name: StayActionName, { stay }: StayFile) {
  const { title, button, isWarning = false } = ACTION_WORDS[name];
  return { name, title, button, isWarning, href: `/stays/${stay.id}/${name}` };
}

/** One reason often holds for several: it is said once. */
function groupedByWhy(actions: ReturnType<typeof stayActions>): { why: string; titles: string[] }[] {
  const reasons = [...new Set(actions.flatMap(({ why }) => why ?? []))];
  return reasons.map((why) => ({
    why,
    titles: actions.filter((action) => action.why === why).map(({ name }) => ACTION_WORDS[name].title),
  }));
}

function hasBegun(status: StayStatus): boolean {
  return status === 'in-residence' || status === 'completed';
}

function moment(key: string, at: Date | null): Fact | undefined {
  return at ? { key, text: sayMoment(at) } : undefined;
}
