import type { Diary, ProposedStay } from '../domain/diary';
import { emergencyWays } from '../domain/displacement';
import type { EmergencyWay } from '../domain/emergency-way';
import { assess } from '../domain/placement';
import type { Person } from '../platform/actor';
import { Refused } from '../platform/problem';
import { refuseUnlessPlaceable } from '../platform/refuse-unless-placeable';
import type { EmergencyClaimDto } from './emergency-claim.dto';
import type { Stakes } from './stakes.reader';
import { wayView } from './way.view';

/** The way the claim chose, as it is now, with everything given that it needs. @throws Refused */
export function wayTaken(
  asked: EmergencyClaimDto,
  proposed: ProposedStay,
  { diary, ways }: Stakes,
  by: Person,
): EmergencyWay {
  const possible = emergencyWays(proposed, diary, ways);
  const way = possible.find((each) => isChosen(each, asked));
  const also = () => ({ ways: possible.map((each) => wayView(each, by)) });
  if (!way) {
    const { findings } = assess([proposed], diary, 'emergency');
    throw new Refused(whyGone(asked, diary, possible), findings, also());
  }
  refuseUnlessPlaceable(way.findings, asked, also);
  return way;
}

/** The truth as it is now, to whoever looked a moment before. */
function whyGone(
  { displace = [] }: EmergencyClaimDto,
  { stays }: Diary,
  possible: readonly EmergencyWay[],
): string {
  if (displace.length === 0) return 'There is no bed as things stand.';
  if (stays.some(({ id, status }) => displace.includes(id) && status === 'in-residence'))
    return 'The young person whose bed this was has arrived meanwhile: nobody who is there loses a bed.';
  return possible.some(({ displaced }) => displaced.length === 0)
    ? 'Nobody need lose a bed any more: there is another way. Look again, and claim that.'
    : 'The beds have changed since you looked. Look again at what is possible now.';
}

function isChosen(way: EmergencyWay, { displace = [], redate = [] }: EmergencyClaimDto): boolean {
  const displaced = way.displaced.map(({ id }) => id);
  const redated = way.redated.map(({ stayId, nights }) => `${stayId} ${nights.from}`);
  return (
    isSame(displaced, displace) &&
    isSame(
      redated,
      redate.map(({ stayId, arrivesOn }) => `${stayId} ${arrivesOn}`),
    )
  );
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return [...some].sort().join() === [...new Set(others)].sort().join();
}
