import { sayVisit, type VisitTimes } from './day-visit';
import type { Finding } from './findings';
import { sayDate } from './say-dates';

interface Words {
  readonly message: string;
  readonly remedy: string;
}

const OTHER_TIME = 'Choose another day or time.';

/** The words of a stay speak of nights; a day visit has none. Nobody is named here either. */
export function explainVisit(finding: Finding, times: VisitTimes): Words | undefined {
  const when = sayVisit(times);
  const other = `On ${when} another young person is at the unit`;
  switch (finding.code) {
    case 'visit-places':
      return {
        message: `The unit takes ${finding.places} day ${finding.places === 1 ? 'visit' : 'visits'} at a time. There would be more on ${when}.`,
        remedy: OTHER_TIME,
      };
    case 'unit-closed':
      return {
        message: `The unit is closed on ${when}.`,
        remedy: `Choose another day: the unit opens again on ${sayDate(finding.closedUntil)}.`,
      };
    case 'already-staying':
      return {
        message: `This young person already stays, or visits, on ${when}.`,
        remedy: 'Change what they already have, or choose another day or time.',
      };
    case 'outside-statement-of-purpose':
      return {
        message: `The unit takes young people aged ${finding.ageFrom} to ${finding.ageTo}. This young person is not within those ages on ${sayDate(times.on)}.`,
        remedy: 'Choose a day when they are within those ages. Nobody can allow others.',
      };
    case 'not-together':
      return {
        message: `${other}, and an assessment says these two must not be together.`,
        remedy: `${OTHER_TIME} Only a new compatibility assessment that finds otherwise could change this.`,
      };
    case 'not-assessed':
      return {
        message: finding.reviewedOn
          ? `${other}. The assessment of these two held only until ${sayDate(finding.reviewedOn)}.`
          : `${other}, and nobody has assessed whether these two can be together.`,
        remedy: 'Assess the two, or choose another day or time.',
      };
    case 'controls':
      return {
        message: `${other}, and these two may be together only with controls.`,
        remedy: 'Read the controls, and confirm that they will be kept to.',
      };
    case 'solo-in-place':
      return {
        message: `${other} and needs it to themselves.`,
        remedy: `${OTHER_TIME} Until a manager ends the need for the unit alone, nobody can allow this.`,
      };
    case 'solo-needs-unit':
      return {
        message: `This young person needs the unit to themselves, and there are others on ${when}.`,
        remedy: 'Choose a day and time when nobody else is there.',
      };
    default:
      return undefined;
  }
}
