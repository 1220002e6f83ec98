import { ageOn } from '../domain/calendar-date';
import { fullName } from '../domain/full-name';
import { OUTCOME_WORDS } from '../domain/outcome-words';
import { sayDate } from '../domain/say-dates';
import { STATUS_WORDS } from '../domain/stay-words';
import { otherThan } from '../compatibility/compatibility-assessment.entity';
import type { YoungPerson } from '../people/young-person.entity';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import { caseRecordPanel, type CaseRecordPanel } from './case-record-panel.view';
import { compatibilityRows, type CompatibilityRow } from './compatibility-rows.view';
import { lookLine, type LookLine } from './looks.view';
import { nightsFigures, type NightsFigures } from './nights-figures.view';
import { soloCards, soloState, type SoloCard } from './solo-cards.view';
import { conflictCards, stayGroups, type ConflictCard, type StayGroup } from './stay-lines.view';
import type { YoungPersonRecord } from './young-person-record.service';

interface State {
  readonly text: string;
  readonly tone: string;
  readonly when: string;
}

interface Sibling {
  readonly name: string;
  readonly href: string;
  readonly age: number;
  readonly judged: { readonly text: string; readonly tone: string };
  /** Where the two are assessed, when nobody has yet. */
  readonly assessHref: string | undefined;
}

export interface YoungPersonPage {
  readonly title: string;
  readonly caption: string;
  readonly back: { readonly text: string; readonly href: string };
  readonly notice: string | undefined;
  /** What matters tonight, under the name. */
  readonly states: readonly State[];
  readonly facts: readonly { readonly key: string; readonly text: string; readonly href?: string }[];
  readonly siblings: readonly Sibling[];
  readonly stays: readonly StayGroup[];
  readonly nights: NightsFigures;
  readonly conflicts: readonly ConflictCard[];
  readonly compatibility: readonly CompatibilityRow[];
  readonly solo: readonly SoloCard[];
  readonly caseRecord: CaseRecordPanel;
  readonly looks: readonly LookLine[];
  /** Where each may be done; absent for whoever may not. */
  readonly links: Readonly<Partial<Record<'book' | 'addSibling' | 'assess' | 'solo' | 'looks', string>>>;
}

const DONE: Readonly<Record<string, string>> = {
  added: 'They are on file now.',
  assessed: 'What you judged is recorded.',
  solo: 'The decision is recorded. Nobody else can be booked with them while it holds.',
  'solo-ended': 'The decision is ended.',
};

export function youngPersonPage(record: YoungPersonRecord, reader: Person, done: string): YoungPersonPage {
  const { youngPerson, family, today } = record;
  const { id, dateOfBirth, caseReference } = youngPerson;
  return {
    title: fullName(youngPerson),
    caption: 'Young person',
    states: statesOf(record),
    back: { text: 'All young people', href: '/young-people' },
    notice: DONE[done],
    facts: [
      { key: 'Age', text: `${ageOn(dateOfBirth, today)}, born ${sayDate(dateOfBirth)}` },
      { key: 'Case reference', text: caseReference },
      { key: 'Family', text: family.reference, href: `/families/${family.id}` },
    ],
    siblings: record.siblings.map((sibling) => siblingOf(sibling, record)),
    stays: stayGroups(record),
    nights: nightsFigures(record.counted),
    conflicts: conflictCards(record),
    compatibility: compatibilityRows(record),
    solo: soloCards(record).map((card) =>
      may(reader.role, 'decide on solo') ? card : { ...card, endHref: undefined },
    ),
    caseRecord: caseRecordPanel(record, reader),
    looks: record.looks.map(lookLine),
    links: {
      ...(may(reader.role, 'read the audit trail') ? { looks: `/young-people/${id}/looks` } : {}),
      ...(may(reader.role, 'change the diary') ? { book: `/stays/new?youngPerson=${id}` } : {}),
      ...(may(reader.role, 'keep people on file')
        ? { addSibling: `/young-people/new?family=${family.id}` }
        : {}),
      ...(may(reader.role, 'judge who may stay together')
        ? { assess: `/young-people/${id}/assessments/new` }
        : {}),
      ...(may(reader.role, 'decide on solo') ? { solo: `/young-people/${id}/solo/new` } : {}),
    },
  };
}

function statesOf({ stays, decisions, tonight }: YoungPersonRecord): State[] {
  const stay = stays.find((each) => each.stay.status === 'in-residence')?.stay;
  const solo = decisions.find((decision) => soloState(decision, tonight) === 'in-force');
  return [
    ...(stay ? [{ ...STATUS_WORDS[stay.status], when: `until ${sayDate(stay.departsOn)}` }] : []),
    ...(solo
      ? [
          {
            text: 'Needs the unit to themselves',
            tone: 'careful',
            when: `review by ${sayDate(solo.reviewOn)}`,
          },
        ]
      : []),
  ];
}

/** Being siblings says nothing about compatibility, so each is shown with what was judged. */
function siblingOf(sibling: YoungPerson, { youngPerson, assessments, today }: YoungPersonRecord): Sibling {
  const inForce = assessments.find(
    (each) => each.supersededAt === null && otherThan(youngPerson.id, each) === sibling.id,
  );
  return {
    name: fullName(sibling),
    href: `/young-people/${sibling.id}`,
    age: ageOn(sibling.dateOfBirth, today),
    judged: inForce ? OUTCOME_WORDS[inForce.outcome] : { text: 'Not assessed together', tone: 'quiet' },
    assessHref: inForce ? undefined : `/young-people/${youngPerson.id}/assessments/new?with=${sibling.id}`,
  };
}
