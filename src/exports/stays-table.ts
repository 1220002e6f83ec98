import { numbered } from '../domain/numbered';
import type { Cell, Table } from '../domain/table';
import type { ExportedStay } from './exported-stays.reader';

type Column = readonly [name: string, of: (stay: ExportedStay) => Cell];

/** How a stay came to its end; empty while it has not. */
const OUTCOMES = ['completed', 'cancelled', 'displaced', 'not-arrived'];

const WHO: readonly Column[] = [
  ['young_person', ({ caseReference }) => caseReference],
  ['family', ({ familyReference }) => familyReference],
  ['given_name', ({ givenName }) => givenName],
  ['family_name', ({ familyName }) => familyName],
  ['date_of_birth', ({ dateOfBirth }) => dateOfBirth],
];

const WHAT: readonly Column[] = [
  ['support', ({ support }) => support],
  ['key_worker', ({ keyWorker }) => keyWorker],
  ['room', ({ room }) => room],
  ['kind', ({ kind }) => kind],
  ['requested_on', ({ requestedOn }) => requestedOn],
  ['arrives_on', ({ arrivesOn }) => arrivesOn],
  ['departs_on', ({ departsOn }) => departsOn],
  ['outcome', ({ status }) => (OUTCOMES.includes(status) ? status : null)],
  ['ended_on', ({ endedOn }) => endedOn],
  ['ended_by', ({ endedBy }) => endedBy],
];

const REASON: Column = ['reason', ({ reason }) => reason];
const STAY: Column = ['stay', ({ stay }) => stay];
const STATUS: Column = ['status', ({ status }) => status];

/** The columns an import takes, and the status. */
export function staysTable(stays: readonly ExportedStay[]): Table {
  return table([STAY, ...WHO, ...WHAT, REASON, STATUS], stays);
}

/** For those who may not know who stays: children are numbered in this file, so that they can be counted. */
export function staysTableWithoutNames(stays: readonly ExportedStay[]): Table {
  const people = numbered(stays.map(({ youngPersonId }) => youngPersonId));
  const families = numbered(stays.map(({ familyId }) => familyId));
  const who: readonly Column[] = [
    ['young_person', ({ youngPersonId }) => `YP${people.get(youngPersonId) ?? ''}`],
    ['family', ({ familyId }) => `F${families.get(familyId) ?? ''}`],
  ];
  return table([STAY, ...who, ...WHAT, STATUS], stays);
}

function table(columns: readonly Column[], stays: readonly ExportedStay[]): Table {
  return {
    columns: columns.map(([name]) => name),
    rows: stays.map((stay) => columns.map(([, of]) => of(stay))),
  };
}
