import { fieldOf, type Pair, type PairWorth } from '../domain/assessments-worth';
import { londonDate } from '../domain/london';
import { sayDate } from '../domain/say-dates';
import { sayNightCount } from '../domain/say-numbers';
import type { AskedPair } from './assessment-requests.service';

type Names = ReadonlyMap<string, string>;

export function assessmentsView(
  open: readonly AskedPair[],
  worth: readonly PairWorth[],
  names: Names,
  done: string,
) {
  const nights = new Map(worth.map(({ youngPersonIds, nights: each }) => [fieldOf(youngPersonIds), each]));
  const asked = new Set(open.map(({ youngPersonIds }) => fieldOf(youngPersonIds)));
  const others = worth.filter(({ youngPersonIds }) => !asked.has(fieldOf(youngPersonIds)));
  return {
    title: 'Assessments',
    notice: done === 'assessed' ? 'The assessments are recorded.' : undefined,
    asked: open.map(({ youngPersonIds, askedByName, askedAt, reason }) => ({
      ...pairRow(youngPersonIds, names),
      frees: frees(nights.get(fieldOf(youngPersonIds))),
      why: `${reason}. Asked for by ${askedByName} on ${sayDate(londonDate(askedAt))}.`,
    })),
    worth: others.map(({ youngPersonIds, nights: each }) => ({
      ...pairRow(youngPersonIds, names),
      frees: frees(each),
    })),
    groupHref: '/assessments/new',
  };
}

function pairRow(pair: Pair, names: Names) {
  const value = fieldOf(pair);
  return {
    value,
    text: pair.map((id) => names.get(id) ?? 'a young person').join(' and '),
    href: `/assessments/new?pair=${value}`,
  };
}

function frees(nights: number | undefined): string {
  return nights ? `Would free ${sayNightCount(nights)}` : '';
}
