import type { Diary, DiaryStay, Lodging, ProposedStay } from './diary';
import { diaryWith } from './diary-with';
import type { Finding } from './findings';
import { lodgingsOn } from './lodgings';
import { shareANight } from './nights';
import { assess, type Placement } from './placement';
import { isToCome } from './planned-group';

/** A room the emergency could have throughout, and the planned stays that make way for it by having others. */
interface MovedRooms {
  readonly roomId: string;
  readonly moved: readonly DiaryStay[];
}

/**
 * How the emergency need not change rooms: of all rooms the one that fewest planned stays must leave. Only stays that
 * have not begun move, none more often than it would have, and none to anything it had not to deal with before.
 */
export function movedRooms(
  asked: ProposedStay,
  present: readonly Lodging[],
  diary: Diary,
): MovedRooms | undefined {
  const mayMove = diary.stays
    .filter(
      (stay) => isToCome(stay) && stay.nights.from >= diary.today && shareANight(stay.nights, asked.nights),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const before = rejudged(mayMove, diaryWith(diary, [emergencyIn(present, asked)]));
  return diary.rooms
    .toSorted((a, b) => a.number - b.number)
    .flatMap((room) => inRoom(room.id, asked, mayMove, before.findings, diary) ?? [])
    .sort((a, b) => a.moved.length - b.moved.length)[0];
}

/** The emergency as a stay of the diary, to judge others beside it. */
export function emergencyIn(
  lodgings: readonly Lodging[],
  { youngPersonId, nights, solo = false, changesStayId: id = 'the emergency' }: ProposedStay,
): DiaryStay {
  return {
    ...{ id, youngPersonId, nights, lodgings, solo },
    ...{ kind: 'emergency', status: 'confirmed', groupId: null, displacedBefore: false },
  };
}

function inRoom(
  roomId: string,
  asked: ProposedStay,
  mayMove: readonly DiaryStay[],
  before: readonly Finding[],
  diary: Diary,
): MovedRooms | undefined {
  const emergency = emergencyIn([{ roomId, nights: asked.nights }], asked);
  const { findings, rooms } = rejudged(mayMove, diaryWith(diary, [emergency]));
  if (rooms.length === 0 || !isNoWorse(findings, before)) return undefined;
  const lodged = mayMove.map((stay, who) => ({ ...stay, lodgings: rooms[who]?.lodgings ?? [] }));
  const moved = lodged.filter((stay, who) => !isSameRooms(stay, mayMove[who]));
  const movesOften = lodged.some((stay, who) => stay.lodgings.length > (mayMove[who]?.lodgings.length ?? 0));
  return movesOften || isRefused({ ...asked, roomId }, diaryWith(diary, moved))
    ? undefined
    : { roomId, moved };
}

/** The room may be closed, or that of somebody who does not move. */
function isRefused(asked: ProposedStay, diary: Diary): boolean {
  return assess([asked], diary, 'emergency').findings.some(({ level }) => level === 'refuse');
}

function rejudged(stays: readonly DiaryStay[], diary: Diary): Placement {
  const proposed = stays.map(({ id: changesStayId, youngPersonId, nights, lodgings, solo }) => ({
    ...{ changesStayId, youngPersonId, nights, lodgings, solo },
  }));
  return assess(proposed, diary, 'planned');
}

function isNoWorse(findings: readonly Finding[], before: readonly Finding[]): boolean {
  const known = new Set(before.map((finding) => JSON.stringify(finding)));
  return findings.every((finding) => finding.level === 'inform' || known.has(JSON.stringify(finding)));
}

function isSameRooms({ nights, lodgings }: DiaryStay, other: DiaryStay | undefined): boolean {
  const theirs = other ? lodgingsOn(nights, other.lodgings) : [];
  return JSON.stringify(lodgingsOn(nights, lodgings)) === JSON.stringify(theirs);
}
