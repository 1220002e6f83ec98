import type { Lodging } from './diary';
import { sharedNights, type Nights } from './nights';

/** The part of the lodgings that falls within the nights. */
export function lodgingsDuring(lodgings: readonly Lodging[], during: Nights): Lodging[] {
  return lodgings.flatMap(({ roomId, nights }) => {
    const shared = sharedNights(nights, during);
    return shared ? [{ roomId, nights: shared }] : [];
  });
}
