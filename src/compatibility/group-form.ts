import { fieldOf, pairOf, type Pair } from '../domain/assessments-worth';
import { wrongDate } from '../platform/form-checks';
import { Misshapen } from '../platform/problem';
import { isId, ticked, typed, type SentForm } from '../platform/sent-form';
import { isBlank, judgedIn, wrongJudgement, type JudgedForm } from './judged-form';

/** Twelve make 66 pairs, as many as the service takes at once. */
const MOST_PEOPLE = 12;
const MOST_PAIRS = 66;

/** Every pair of a group, and pairs named one by one. */
export interface GroupForm {
  readonly key: string;
  readonly search: string;
  readonly youngPersonIds: readonly string[];
  readonly pairs: readonly Pair[];
  readonly reviewOn: string;
  readonly judged: readonly JudgedForm[];
}

/** From a link: `?youngPerson=` once for each of the group, or `?pair=` once for each pair. */
export function groupFromLink(link: SentForm, key: string, reviewOn: string): GroupForm {
  return { ...groupIn({ ...link, key }), reviewOn };
}

export function groupIn(sent: SentForm): GroupForm {
  const ids = ticked(sent, 'youngPerson').map((id) => id.toLowerCase());
  const youngPersonIds = [...new Set(ids.filter(isId))].slice(0, MOST_PEOPLE);
  const pairs = ticked(sent, 'pair').flatMap(pairNamed);
  const everyPair = [...pairsAmong(youngPersonIds), ...pairs].map((pair) => [fieldOf(pair), pair] as const);
  return {
    key: typed(sent, 'key'),
    search: typed(sent, 'search').slice(0, 100),
    youngPersonIds,
    pairs,
    reviewOn: typed(sent, 'reviewOn'),
    judged: [...new Map(everyPair)]
      .slice(0, MOST_PAIRS)
      .map(([field, [one, other]]) => judgedIn(sent, field, one, other)),
  };
}

/** The pairs to be recorded: one left blank keeps the judgement it has. @throws Misshapen at each field that is missing. */
export function toRecord(
  { judged, reviewOn }: GroupForm,
  keepsItsJudgement: (pair: Pair) => boolean,
): JudgedForm[] {
  const recorded = judged.filter((each) => !isBlank(each) || !keepsItsJudgement(each.youngPersonIds));
  const [first] = judged;
  const nothing = first ? [{ pointer: `/outcome-${first.field}`, detail: 'Judge at least one pair.' }] : [];
  const wrong = [
    ...(recorded.length > 0 ? [] : nothing),
    ...recorded.flatMap(wrongJudgement),
    ...wrongDate({ name: 'reviewOn', value: reviewOn, ask: 'Enter the last day this holds.' }),
  ];
  if (wrong.length > 0) throw new Misshapen(wrong);
  return recorded;
}

function pairNamed(value: string): Pair[] {
  const [one = '', other = ''] = value.toLowerCase().split('_');
  return isId(one) && isId(other) && one !== other ? [pairOf(one, other)] : [];
}

function pairsAmong(ids: readonly string[]): Pair[] {
  return ids.flatMap((one, index) => ids.slice(index + 1).map((other) => pairOf(one, other)));
}
