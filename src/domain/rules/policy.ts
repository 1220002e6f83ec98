import { alreadyStaying } from './already-staying';
import { controls } from './controls';
import { noBed } from './no-bed';
import { notAssessed } from './not-assessed';
import { notTogether } from './not-together';
import { outsideStatementOfPurpose } from './outside-statement-of-purpose';
import { registeredPlaces } from './registered-places';
import { roomClosed } from './room-closed';
import { roomMove } from './room-move';
import { roomTaken } from './room-taken';
import type { Rule } from './rule';
import { soloInPlace } from './solo-in-place';
import { soloNeedsUnit } from './solo-needs-unit';
import { unitClosed } from './unit-closed';

/** Every rule there is, in the order its findings are read: is there a bed, may they come, who else is there. */
export const POLICY: readonly Rule[] = [
  unitClosed,
  roomClosed,
  roomTaken,
  noBed,
  registeredPlaces,
  alreadyStaying,
  outsideStatementOfPurpose,
  soloInPlace,
  soloNeedsUnit,
  notTogether,
  notAssessed,
  controls,
  roomMove,
];
