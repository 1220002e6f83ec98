import type { Diary, ProposedStay } from './diary';
import type { EmergencyWay, Ways } from './emergency-way';
import { assess } from './placement';
export function emergencyWays(asked: ProposedStay, diary: Diary, _ways: Ways): EmergencyWay[] {
  const { findings, rooms } = assess([asked], diary, 'emergency');
  if (findings.some(({ level }) => level === 'refuse')) return [];
  const harm = { youngPeople: 0, displacedBefore: 0, noticeNights: null, nights: 0, datesLeft: null };
  const nobody = { displaced: [], moved: [], redated: [] };
  return [{ kind: 'free-bed', ...nobody, findings, rooms, harm, why: 'Nobody loses a bed.' }];
}
