import { fullName } from '../domain/full-name';
import type { YoungPerson } from '../people/young-person.entity';
import type { Person } from '../platform/actor';
import type { Listing } from '../platform/listing';
import { may } from '../platform/may';
import { caseRecordLine } from './case-record-lines.view';
import type { CaseRecord } from './case-records.reader';

const DONE: Readonly<Record<string, string>> = {
  written: 'The entry is written, signed and dated.',
  corrected: 'The correction is written. The entry it corrects stays, marked as corrected.',
};

export function caseRecordsView(
  child: YoungPerson,
  { items, nextCursor }: Listing<CaseRecord>,
  reader: Person,
  done: string,
) {
  return {
    title: 'Case record',
    caption: fullName(child),
    notice: DONE[done],
    back: may(reader.role, 'know who stays')
      ? { text: `Back to ${child.givenName}`, href: `/young-people/${child.id}` }
      : { text: 'Back to the family', href: `/families/${child.familyId}` },
    newHref: may(reader.role, 'write case records')
      ? `/young-people/${child.id}/case-records/new`
      : undefined,
    lines: items.map((record) => caseRecordLine(record, reader, items)),
    olderHref: nextCursor
      ? `/young-people/${child.id}/case-records?cursor=${encodeURIComponent(nextCursor)}`
      : undefined,
  };
}
