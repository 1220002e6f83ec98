import { sayDate } from '../domain/say-dates';
import { sayMoment } from '../domain/say-moment';
import type { Bundle } from './bundles.service';

/** One answer, or a list of further facts. */
interface Fact {
  readonly key: string;
  readonly text?: string;
  readonly groups?: readonly (readonly Fact[])[];
}

interface Section {
  readonly title: string;
  readonly items: readonly (readonly Fact[])[];
}

const TITLES: Readonly<Record<Exclude<keyof Bundle, 'madeAt' | 'child'>, string>> = {
  casPlans: 'The family’s CAS plans',
  shortBreakPlans: 'Short-break plans',
  requests: 'Breaks asked for',
  nightsElsewhere: 'Nights elsewhere',
  stays: 'Stays',
  dayVisits: 'Day visits',
  emergencyClaims: 'Beds claimed in an emergency',
  noticed: 'What staff noticed during stays',
  tasks: 'Tasks',
  caseRecord: 'Case record',
  assessments: 'Who it was judged they could stay with',
  assessmentRequests: 'Assessments asked for',
  soloDecisions: 'Decisions that they need the unit to themselves',
  notices: 'Notices sent',
  whoHasLookedAndWhatWasDone: 'Who has looked, and what was done',
};

const DATE = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
/** A word of a list, such as `not-arrived` or `export.taken`. */
const CODE = /^[a-z0-9]+(?:[-.][a-z0-9]+)+$/;

/** The bundle as a document to print: a section for each kind of record, empty ones said to be so. */
export function bundleView({ madeAt, child, ...sections }: Bundle) {
  const name = `${String(child['givenName'])} ${String(child['familyName'])}`;
  return {
    title: 'What is kept of you',
    name,
    made: sayMoment(new Date(madeAt)),
    child: factsOf(child),
    sections: (Object.keys(TITLES) as (keyof typeof TITLES)[]).map((key): Section => ({
      title: TITLES[key],
      items: sections[key].map((item) => factsOf(item)),
    })),
  };
}

function factsOf(item: unknown): Fact[] {
  if (typeof item !== 'object' || item === null) return said(item) ? [{ key: '', text: said(item) }] : [];
  return Object.entries(item).flatMap(([key, value]: [string, unknown]) => factOf(label(key), value));
}

function factOf(key: string, value: unknown): Fact[] {
  if (Array.isArray(value)) return listOf(key, value);
  if (typeof value === 'object' && value !== null) {
    const facts = factsOf(value);
    if (facts.length === 0) return [];
    return facts.every(({ text }) => text !== undefined)
      ? [{ key, text: facts.flatMap(({ text = 'No' }) => (text === 'No' ? [] : [text])).join(', ') }]
      : [{ key, groups: [facts] }];
  }
  const text = said(value);
  return text ? [{ key, text }] : [];
}

function listOf(key: string, values: readonly unknown[]): Fact[] {
  if (values.length === 0) return [];
  if (values.every((value) => typeof value !== 'object')) return [{ key, text: values.map(said).join('; ') }];
  return [{ key, groups: values.map(factsOf) }];
}

function said(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  if (DATE.test(value)) return sayDate(value);
  if (INSTANT.test(value)) return sayMoment(new Date(value));
  return CODE.test(value) ? value.replace(/[-.]/g, ' ') : value;
}

/** `arrivesOn` as people read it. */
function label(key: string): string {
  const words = key.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`).trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
