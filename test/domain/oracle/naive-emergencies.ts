import type { Diary, ProposedStay, StayKind } from '../../../src/domain/diary';
import { holds, nightsOf, othersOn, settingsOn, wasSlept, type Fact } from './naive';

/** What the ring-fence, those who would lose their beds, and police protection have to say about one night. */
export function naiveEmergencyFacts(
  night: string,
  who: number,
  asked: readonly ProposedStay[],
  diary: Diary,
  kind: StayKind,
): Fact[] {
  const stay = asked[who];
  if (!stay) return [];
  if (kind === 'planned') return takesFromEmergencies(night, who, asked, diary);
  return [
    ...takesFromPlanned(night, who, asked, diary),
    ...takesFromTheProtected(night, stay, diary),
    ...policeProtection(stay),
  ];
}

function takesFromEmergencies(
  night: string,
  who: number,
  asked: readonly ProposedStay[],
  diary: Diary,
): Fact[] {
  const kept = settingsOn(night, diary).keptForEmergency;
  const left = bedsThatCouldBeUsed(night, diary) - bedsTaken('planned', night, who, asked, diary);
  if (kept === 0 || unitIsClosed(night, diary) || left >= kept) return [];
  return [['kept-for-emergency at authorise', `${kept} kept on ${night}`]];
}

function takesFromPlanned(night: string, who: number, asked: readonly ProposedStay[], diary: Diary): Fact[] {
  const { keptForPlanned: kept, displacement } = settingsOn(night, diary);
  const left = bedsThatCouldBeUsed(night, diary) - bedsTaken('emergency', night, who, asked, diary);
  const takesKept = kept > 0 && !unitIsClosed(night, diary) && left < kept;
  const displaces = (diary.displaced ?? []).some((stay) => holds(stay.nights, night));
  if (!takesKept && !displaces) return [];
  let level = 'inform';
  if (displacement === 'never') level = 'refuse';
  if (displacement === 'with-authority') level = 'authorise';
  return [[`kept-for-planned at ${level}`, `${kept} kept, ${displaces ? 'displaces' : 'empty'} on ${night}`]];
}

function takesFromTheProtected(night: string, stay: ProposedStay, diary: Diary): Fact[] {
  const facts: string[] = [];
  const nights: string[] = [];
  for (const lost of diary.displaced ?? []) {
    if (!lost.displacedBefore && lost.nights.from !== diary.today) continue;
    facts.push(`${lost.id} ${lost.displacedBefore ? 'displaced-before' : 'arrives-today'}`);
    for (const on of nightsOf(lost.nights)) {
      if (holds(stay.nights, on) && !wasSlept(stay, on, diary)) nights.push(on);
    }
  }
  if (facts.length === 0 || (nights.length > 0 && !nights.includes(night))) return [];
  return [['protected at authorise', ...facts]];
}

/** Three days by Greenwich, where none is longer than another. */
function policeProtection({ policeProtectionFrom }: ProposedStay): Fact[] {
  if (policeProtectionFrom === undefined) return [];
  const ends = new Date(policeProtectionFrom);
  ends.setUTCDate(ends.getUTCDate() + 3);
  return [['police-protection-72h at inform', `ends ${ends.toISOString()}`]];
}

function bedsTaken(
  kind: StayKind,
  night: string,
  who: number,
  asked: readonly ProposedStay[],
  diary: Diary,
): number {
  let beds = 1;
  for (const other of othersOn(night, who, asked, diary))
    if (other.kind === kind || other.kind === 'asked') beds += 1;
  return beds;
}

function bedsThatCouldBeUsed(night: string, diary: Diary): number {
  let open = 0;
  for (const room of diary.rooms) {
    const shut = diary.closures.some((closure) => closure.roomId === room.id && holds(closure.nights, night));
    if (!shut) open += 1;
  }
  const { places } = settingsOn(night, diary);
  return open < places ? open : places;
}

function unitIsClosed(night: string, diary: Diary): boolean {
  return diary.closures.some((closure) => closure.roomId === null && holds(closure.nights, night));
}
