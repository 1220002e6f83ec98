import type { SoloDecision } from '../compatibility/solo-decision.entity';
import type { CalendarDate } from '../domain/calendar-date';
import { sayDate } from '../domain/say-dates';
import type { YoungPersonRecord } from './young-person-record.service';

export interface SoloCard {
  readonly status: { readonly text: string; readonly tone: string };
  readonly dates: string;
  readonly reason: string;
  readonly approver: string;
  readonly letsIn: string;
  readonly ending: string | undefined;
  /** Where it can be ended, while it can. */
  readonly endHref: string | undefined;
}

/** Decisions in force and to come, then those that are over. */
export function soloCards(record: YoungPersonRecord): SoloCard[] {
  const { decisions, tonight } = record;
  const isOpen = (decision: SoloDecision) => soloState(decision, tonight) !== 'over';
  return [...decisions.filter(isOpen), ...decisions.filter((each) => !isOpen(each))].map((each) =>
    card(each, record),
  );
}

function card(decision: SoloDecision, { youngPerson, names, tonight }: YoungPersonRecord): SoloCard {
  const { id, reason, startsOn, reviewOn, siblingIds, approverName, endedOn, endedByName, endedReason } =
    decision;
  const state = soloState(decision, tonight);
  const letIn = siblingIds.map((sibling) => names.get(sibling) ?? 'a sibling').join(' and ');
  return {
    status: STATES[state],
    dates: `From ${sayDate(startsOn)}, review by ${sayDate(reviewOn)}`,
    reason,
    approver: approverName,
    letsIn: letIn || 'Nobody',
    ending: endedOn
      ? `${endedByName ?? ''} ended it: others may stay from ${sayDate(endedOn)}. ${endedReason ?? ''}`
      : undefined,
    endHref: state === 'over' || endedOn ? undefined : `/young-people/${youngPerson.id}/solo/${id}/ending`,
  };
}

const STATES = {
  'in-force': { text: 'In force', tone: 'careful' },
  'to-come': { text: 'To come', tone: 'busy' },
  over: { text: 'Over', tone: 'quiet' },
} as const;

export function soloState(
  { startsOn, reviewOn, endedOn }: SoloDecision,
  tonight: CalendarDate,
): keyof typeof STATES {
  if (reviewOn < tonight || (endedOn !== null && (endedOn <= tonight || endedOn <= startsOn))) return 'over';
  return startsOn <= tonight ? 'in-force' : 'to-come';
}
