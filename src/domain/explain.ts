import { addDays } from './calendar-date';
import { emergencyRemedy } from './emergency-remedies';
import { explainVisit } from './explain-visit';
import type { Finding, Level, Protection } from './findings';
import { sayDate, sayNights } from './say-dates';
import { sayMoment } from './say-moment';
import { sayCount, sayNightCount } from './say-numbers';
import type { NightsPer } from './short-break-plan';

export interface Explanation {
  readonly message: string;
  /** What would make it a yes, or what there is to do. */
  readonly remedy: string;
}

/**
 * Words for whoever asks: never a name or an id of another young person, nor the text of controls, which may hold one
 * (domain.md §2, need to know).
 */
export function explain(finding: Finding): Explanation {
  const ofVisit = finding.visit && explainVisit(finding, finding.visit);
  if (ofVisit) return ofVisit;
  const words = explainStay(finding);
  return { ...words, remedy: emergencyRemedy(finding) ?? words.remedy };
}

function explainStay(finding: Finding): Explanation {
  const nights = sayNights(finding.nights);
  switch (finding.code) {
    case 'no-bed':
      return {
        message: `There are not enough free beds on ${nights}.`,
        remedy: 'Choose other dates: a date search shows which ones have a bed.',
      };
    case 'room-taken':
      return {
        message: `The room you asked for is taken on ${nights}.`,
        remedy: 'Choose another room or other dates, or name no room and be given one that is free.',
      };
    case 'room-closed':
      return {
        message: `The room you asked for is closed on ${nights}.`,
        remedy: `Choose another room, or dates from ${sayDate(finding.closedUntil)}, when it opens again.`,
      };
    case 'unit-closed':
      return {
        message: `The unit is closed on ${nights}.`,
        remedy: `Choose other dates: the unit opens again on ${sayDate(finding.closedUntil)}.`,
      };
    case 'registered-places':
      return {
        message: `The unit is registered for ${finding.places} young people at a time. There would be more on ${nights}.`,
        remedy:
          'Choose dates when fewer young people stay. Nobody can allow more than the registered places.',
      };
    case 'already-staying':
      return {
        message: `This young person already has a stay, here or elsewhere, on ${nights}.`,
        remedy: 'Change the stay they already have, or choose other dates.',
      };
    case 'outside-statement-of-purpose':
      return {
        message: `The unit takes young people aged ${finding.ageFrom} to ${finding.ageTo}. This young person is not within those ages on ${nights}.`,
        remedy: 'Choose nights when they are within those ages. Nobody can allow others.',
      };
    case 'not-together':
      return {
        message: `On ${nights} there is another young person’s stay, and an assessment says these two must not be together.`,
        remedy:
          finding.level === 'authorise'
            ? 'Choose other dates, or ask a manager to authorise it and say why.'
            : 'Choose other dates. Only a new compatibility assessment that finds otherwise could change this.',
      };
    case 'not-assessed':
      return { message: whyNotAssessed(finding, nights), remedy: howToAssess(finding) };
    case 'controls':
      return {
        message: `On ${nights} there is another young person’s stay, and these two may be together only with controls.`,
        remedy: 'Read the controls, and confirm that they will be kept to.',
      };
    case 'solo-in-place':
      return {
        message: `On ${nights} another young person’s stay needs the unit to itself.`,
        remedy:
          'Choose other dates. Until a manager ends the need for the unit alone, nobody can allow this.',
      };
    case 'solo-needs-unit':
      return {
        message: `This young person needs the unit to themselves, and there is another young person’s stay on ${nights}.`,
        remedy: 'Choose dates when nobody else stays.',
      };
    case 'no-plan':
      return {
        message: `This young person has no short-break plan for ${nights}.`,
        remedy: noteOr(
          finding,
          'Write a short-break plan within the family’s CAS plan, and have the key worker and the manager agree it.',
        ),
      };
    case 'plan-not-agreed':
      return {
        message: `The short-break plan for ${nights} is a draft still: it is not agreed.`,
        remedy: noteOr(finding, 'Have both the key worker and the manager agree it.'),
      };
    case 'outside-plan':
      return {
        message: `The short-break plan covers nights from ${sayDate(finding.plan.from)} to ${sayDate(addDays(finding.plan.to, -1))}, not ${nights}.`,
        remedy: noteOr(
          finding,
          'Choose nights within the plan, or have the key worker and the manager agree one that covers these.',
        ),
      };
    case 'cas-plan-not-open':
      return {
        message: `The family’s CAS plan is ${finding.standing}: nothing can be planned for ${nights}.`,
        remedy: noteOr(
          finding,
          finding.standing === 'dormant'
            ? 'Have its key worker open it again.'
            : 'Open a new CAS plan for the family.',
        ),
      };
    case 'nights-used':
      return {
        message: `The plan agreed ${sayNightCount(finding.agreed)}${PER[finding.per]}. ${
          finding.used === 1 ? '1 is' : `${sayCount(finding.used)} are`
        } used or booked without these: ${nights} would be more than agreed.`,
        remedy:
          finding.level === 'authorise'
            ? 'Ask for fewer nights or other dates, agree more nights in the plan, or ask a manager to authorise it and say why.'
            : 'Look at the plan again: it may need more nights.',
      };
    case 'consent':
      return {
        message:
          finding.withdrawnOn === null
            ? `No consent in force is recorded for ${nights}.`
            : `Consent was withdrawn from ${sayDate(finding.withdrawnOn)}: there is none for ${nights}.`,
        remedy: 'Record who consented, how and when, in the short-break plan. Nobody can do without.',
      };
    case 'series-17':
      return {
        message: `With ${nights} this stay would be ${sayNightCount(finding.count)} long. After ${finding.most} nights in one stay another regime applies: full care planning and reviews as for a child who is looked after.`,
        remedy:
          finding.level === 'authorise'
            ? `Ask for at most ${finding.most} nights at a time, or ask a manager to authorise it and say why.`
            : 'Tell the social worker: care planning and reviews fall due.',
      };
    case 'series-75':
      return {
        message: `With ${nights} there would be ${sayNightCount(finding.count)} away in 12 months; from ${sayNightCount(finding.most + 1)} on another regime applies.`,
        remedy:
          finding.level === 'authorise'
            ? 'Choose other dates or fewer nights, or ask a manager to authorise it and say why.'
            : 'Plan the rest of the year with that in mind.',
      };
    case 'kept-for-planned':
      return {
        message: finding.displaces
          ? `A planned stay would lose its bed on ${nights}.`
          : `${sayBeds(finding.kept)} kept for planned breaks on ${nights}, and this would take one.`,
        remedy: KEPT[finding.level],
      };
    case 'kept-for-emergency':
      return {
        message: `${sayBeds(finding.kept)} kept for emergencies on ${nights}, and this would take one.`,
        remedy: 'Choose other dates, or ask a manager to authorise it and say why.',
      };
    case 'protected':
      return {
        message: `The bed on ${nights} is that of a stay ${[
          ...new Set(finding.stays.map(({ because }) => PROTECTED_BECAUSE[because])),
        ].join(' and one ')}.`,
        remedy: 'Choose another way, or ask a manager to authorise it and say why.',
      };
    case 'police-protection-72h':
      return {
        message: `The stay on ${nights} rests on police protection, which ends on ${sayMoment(new Date(finding.endsAt))}, 72 hours after it began.`,
        remedy: 'Have another legal basis in place by then, or the young person back home.',
      };
    case 'siblings-split':
      return {
        message: `Not all the siblings who were to stay together would be there on ${nights}.`,
        remedy:
          finding.level === 'acknowledge'
            ? 'Give all of them the same nights, or confirm that you know they are split up.'
            : 'Tell the family that they are split up.',
      };
    case 'room-move':
      return {
        message: `No room is free the whole time, so this young person changes rooms on ${nights}.`,
        remedy: 'Tell the young person and the unit. Other dates may need no change of rooms.',
      };
    case 'visit-places':
      return {
        message: `The unit takes ${finding.places} day visits at a time. There would be more on ${nights}.`,
        remedy: 'Choose another day or time.',
      };
  }
}

function sayBeds(count: number): string {
  return count === 1 ? '1 bed is' : `${sayCount(count)} beds are`;
}

/** By policy: never, with authority, freely. */
const KEPT: Readonly<Record<Level, string>> = {
  refuse:
    'The unit’s ring-fence allows it to nobody. Look for a bed elsewhere, or ask the manager to change it.',
  authorise: 'Ask a manager to authorise it and say why.',
  acknowledge: 'Confirm that you have read it.',
  inform: 'The unit’s ring-fence allows it.',
};

const PROTECTED_BECAUSE: Readonly<Record<Protection, string>> = {
  'displaced-before': 'whose young person lost a bed to an emergency before',
  'arrives-today': 'that begins today',
};

const PER: Readonly<Record<NightsPer, string>> = {
  plan: '',
  year: ' a year',
  quarter: ' a quarter',
  month: ' a month',
};

/** In an emergency a missing plan stops nobody: it falls due. */
function noteOr({ level }: Finding, remedy: string): string {
  return level === 'inform' ? 'It stops nothing now, but falls due the next working day.' : remedy;
}

type NotAssessed = Extract<Finding, { code: 'not-assessed' }>;

function whyNotAssessed({ reviewedOn, lapsed }: NotAssessed, nights: string): string {
  const other = `On ${nights} there is another young person’s stay`;
  if (reviewedOn === null) return `${other}, and nobody has assessed whether these two can be together.`;
  const past = `${other}. The assessment of these two held only until ${sayDate(reviewedOn)}.`;
  return lapsed === 'not-together' ? `${past} It said they must not be together.` : past;
}

function howToAssess({ level }: NotAssessed): string {
  return level === 'authorise'
    ? 'Write a provisional assessment now, and ask a manager to authorise it. A full one is due the next working day.'
    : 'Ask the unit for a compatibility assessment of the two, or choose other dates.';
}
