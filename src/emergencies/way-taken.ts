import { chosenDisplacement, type Unfit } from '../domain/chosen-displacement';
import type { ProposedStay } from '../domain/diary';
import { emergencyWays } from '../domain/displacement';
import type { EmergencyWay } from '../domain/emergency-way';
import type { Finding } from '../domain/findings';
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
  stakes: Stakes,
  by: Person,
): EmergencyWay {
  const also = () => ({
    ways: emergencyWays(proposed, stakes.diary, stakes.ways).map((each) => wayView(each, by)),
  });
  const chosen = chosenWay(asked, proposed, stakes);
  if (!chosen.way) throw new Refused(chosen.why, chosen.findings, also());
  refuseUnlessPlaceable(chosen.way.findings, asked, also);
  return chosen.way;
}

type Chosen =
  | { readonly way: EmergencyWay }
  | { readonly way?: undefined; readonly why: string; readonly findings: readonly Finding[] };

/** Whose beds are lost is for whoever claims to choose; of the ways by which nobody loses one, those shown are all. */
function chosenWay(
  { displace = [], redate = [] }: EmergencyClaimDto,
  proposed: ProposedStay,
  { diary, ways }: Stakes,
): Chosen {
  if (displace.length > 0 && redate.length === 0) {
    const chosen = chosenDisplacement(displace, proposed, diary);
    return chosen.way ? chosen : { why: WHY_UNFIT[chosen.unfit], findings: chosen.findings };
  }
  const { findings } = assess([proposed], diary, 'emergency');
  if (displace.length > 0) return { why: EITHER, findings };
  const way = emergencyWays(proposed, diary, ways).find(
    ({ displaced, redated }) => displaced.length === 0 && isSame(redated, redate),
  );
  return way ? { way } : { why: redate.length > 0 ? LOOK_AGAIN : NO_BED, findings };
}

const NO_BED = 'There is no bed as things stand.';
const LOOK_AGAIN = 'The beds have changed since you looked. Look again at what is possible now.';
const EITHER = 'Either some lose their beds or some move to other dates, not both. Choose one way.';

/** The truth as it is now, to whoever looked a moment before. */
const WHY_UNFIT: Readonly<Record<Unfit, string>> = {
  arrived:
    'The young person whose bed this was, or one placed with them, has arrived: nobody who is there loses a bed.',
  'bed-without': 'Nobody need lose a bed: there is another way. Look again, and claim that.',
  'not-to-come':
    'Not all of these are planned stays still to come on these nights. Look again at what is possible now.',
  'siblings-split':
    'Those placed together lose their beds together or not at all: name all of them, or none.',
  'one-too-many':
    'Not all of these need lose their beds: there is a bed though one of them stays. Name fewer.',
  refused: 'Though these lose their beds, something stands in the way that nobody can allow.',
};

function isSame(
  redated: EmergencyWay['redated'],
  redate: readonly { readonly stayId: string; readonly arrivesOn: string }[],
): boolean {
  const moves = redated.map(({ stayId, nights }) => `${stayId} ${nights.from}`);
  const asked = redate.map(({ stayId, arrivesOn }) => `${stayId} ${arrivesOn}`);
  return moves.sort().join() === [...new Set(asked)].sort().join();
}
