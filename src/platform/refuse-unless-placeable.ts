import { inTheWay, type Finding } from '../domain/findings';
import type { GivenDto } from './given.dto';
import { Refused } from './problem';

/** Codes a manager authorised when the stay was booked or held. */
export interface AuthorisedBefore {
  readonly authorised?: readonly string[];
}

/** @throws Refused with every finding, and what `also` has to offer, when any still stands in the way. */
export function refuseUnlessPlaceable(
  findings: readonly Finding[],
  given: GivenDto & AuthorisedBefore,
  also: () => Readonly<Record<string, unknown>> = () => ({}),
): void {
  const standing = inTheWay(findings, {
    acknowledged: given.acknowledged ?? [],
    authorised: [...(given.authorised ?? []), ...(given.authorisations ?? []).map(({ code }) => code)],
  });
  if (standing.length === 0) return;
  throw new Refused(
    standing.length === 1 ? 'One thing stands in the way.' : `${standing.length} things stand in the way.`,
    findings,
    also(),
  );
}
