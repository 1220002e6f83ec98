import { RETENTION_WORDS } from '../domain/retention';
import { sayDate } from '../domain/say-dates';
import { sayMoment } from '../domain/say-moment';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import type { YoungPersonRecord } from './young-person-record.service';

export interface CaseRecordPanel {
  readonly latest: readonly {
    readonly on: string;
    readonly text: string;
    readonly signed: string;
    readonly isCorrected: boolean;
  }[];
  readonly all: { readonly text: string; readonly href: string };
  readonly writeHref: string | undefined;
  readonly bundleHref: string | undefined;
  readonly retention: readonly { readonly key: string; readonly text: string; readonly lines?: string[] }[];
}

/** The last of what is written of a child, and how long it is kept. */
export function caseRecordPanel(
  { youngPerson, caseRecords, retention }: YoungPersonRecord,
  reader: Person,
): CaseRecordPanel {
  const { count, latest } = caseRecords;
  const href = `/young-people/${youngPerson.id}/case-records`;
  const { class: kind, rule } = RETENTION_WORDS;
  return {
    latest: latest.map(({ aboutOn, text, authorName, writtenAt, correctedById }) => ({
      on: sayDate(aboutOn),
      text,
      signed: `${authorName}, ${sayMoment(writtenAt)}`,
      isCorrected: correctedById !== null,
    })),
    all: { text: count === 1 ? 'The case record: 1 entry' : `The whole case record: ${count} entries`, href },
    writeHref: may(reader.role, 'write case records') ? `${href}/new` : undefined,
    bundleHref: may(reader.role, 'take subject-access bundles')
      ? `/young-people/${youngPerson.id}/bundle`
      : undefined,
    retention: [
      {
        key: 'Kept as',
        text: kind,
      },
      {
        key: 'Kept until',
        text: sayDate(retention.keptUntil),
        lines: [
          rule,
          ...(retention.isProvisional
            ? ['Their date of birth is not known: counted from the latest it can be, until it is.']
            : []),
          'Nothing is removed automatically, then or before.',
        ],
      },
    ],
  };
}
