import { inTheWayOf, sortDates } from '../domain/date-groups';
import type { DateOffer } from '../domain/date-search';
import { findingTitle } from '../domain/finding-titles';
import { sayDays } from '../domain/say-dates';
import { findingCards } from '../platform/finding-card.view';
import { givenIn } from '../platform/given-form';
import { givenView } from '../platform/given.view';
import { ticked, typed, type SentForm } from '../platform/sent-form';
import { choiceOf } from './asked-dates.view';
import type { RequestPageFile } from './request-page-files.service';

const MOST_SHOWN = 8;

interface Deciding {
  readonly today: string;
  readonly sent: SentForm;
}

/** The manager's choice of a date, with everything the checks say of the one chosen. */
export function decideView({ request, dates, people, names }: RequestPageFile, { today, sent }: Deciding) {
  const { works, fails } = sortDates(dates);
  const mayAllow = fails.filter(({ isForAManager }) => isForAManager).flatMap(({ offers }) => offers);
  const chosen = chosenOf(dates, typed(sent, 'arrivesOn')) ?? works[0] ?? mayAllow[0];
  if (!chosen) return undefined;
  const isPossible = inTheWayOf(chosen).every(({ level }) => level !== 'refuse');
  const choices = [...works, ...mayAllow].map((offer) => ({
    ...choiceOf(offer, { today }),
    ...(mayAllow.includes(offer) ? { hint: { text: `Needs your authority: ${titles(offer)}` } } : {}),
  }));
  const shown =
    choices.findIndex(({ value }) => value === chosen.arrivesOn) >= MOST_SHOWN ? choices.length : MOST_SHOWN;
  return {
    arrivesOn: chosen.arrivesOn,
    text: sayDays(chosen.arrivesOn, chosen.departsOn, today),
    isPossible,
    choices: choices.slice(0, shown),
    more: choices.slice(shown),
    findings: findingCards(chosen.findings, names, people.length),
    given: givenView(chosen.findings, givenIn(sent), true),
    leaveOut:
      people.length > 1
        ? people.map(({ id, givenName, familyName }) => ({
            value: id,
            text: `Leave ${givenName} ${familyName} out`,
            ...(request.mayLeaveOut.includes(id)
              ? { hint: { text: 'The worker accepts it.' } }
              : { hint: { text: 'Make it an offer: the worker has to accept it.' } }),
          }))
        : [],
    leftOut: ticked(sent, 'leaveOut'),
  };
}

function chosenOf(dates: readonly DateOffer[], arrivesOn: string): DateOffer | undefined {
  return dates.find((date) => date.arrivesOn === arrivesOn);
}

function titles({ findings }: DateOffer): string {
  return [...new Set(findings.map(({ code }) => findingTitle(code)))].join(', ');
}
