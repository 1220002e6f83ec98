import { alreadyStaying } from './already-staying';
import { casPlanNotOpen } from './cas-plan-not-open';
import { consent } from './consent';
import { controls } from './controls';
import { keptForEmergency } from './kept-for-emergency';
import { keptForPlanned } from './kept-for-planned';
import { nightsUsed } from './nights-used';
import { noBed } from './no-bed';
import { notAssessed } from './not-assessed';
import { notTogether } from './not-together';
import { outsideStatementOfPurpose } from './outside-statement-of-purpose';
import { planCover } from './plan-cover';
import { policeProtection72h } from './police-protection-72h';
import { protectedStays } from './protected';
import { registeredPlaces } from './registered-places';
import { roomClosed } from './room-closed';
import { roomMove } from './room-move';
import { roomTaken } from './room-taken';
import type { Rule } from './rule';
import { series17 } from './series-17';
import { series75 } from './series-75';
import { siblingsSplit } from './siblings-split';
import { soloInPlace } from './solo-in-place';
import { soloNeedsUnit } from './solo-needs-unit';
import { unitClosed } from './unit-closed';

/** Every rule there is, in the order its findings are read: is there a bed, may they come, is it planned, who else is there. */
export const POLICY: readonly Rule[] = [
  unitClosed,
  roomClosed,
  roomTaken,
  noBed,
  registeredPlaces,
  keptForPlanned,
  keptForEmergency,
  protectedStays,
  alreadyStaying,
  outsideStatementOfPurpose,
  planCover,
  casPlanNotOpen,
  consent,
  nightsUsed,
  series17,
  series75,
  policeProtection72h,
  siblingsSplit,
  soloInPlace,
  soloNeedsUnit,
  notTogether,
  notAssessed,
  controls,
  roomMove,
];

/**
 * The rules to which each night is a matter by itself: what they find on all the nights of a window, cut to those of
 * any stay in it, is what they would find about that stay.
 */
export const NIGHT_BY_NIGHT: readonly Rule[] = [
  roomTaken,
  noBed,
  registeredPlaces,
  keptForEmergency,
  alreadyStaying,
  outsideStatementOfPurpose,
  planCover,
  casPlanNotOpen,
  consent,
  soloInPlace,
  notTogether,
  notAssessed,
  controls,
];
