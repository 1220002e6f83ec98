import { sayDate } from '../domain/say-dates';
import { sayMoment } from '../domain/say-moment';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import { ROLE_NAMES } from '../platform/role-names';
import type { CaseRecord } from './case-records.reader';

interface Mark {
  readonly text: string;
  /** Where the other entry stands, when it is on the same page. */
  readonly href: string | undefined;
}

export interface CaseRecordLine {
  readonly id: string;
  readonly on: string;
  readonly text: string;
  readonly signed: string;
  /** Of an entry that puts another right. */
  readonly corrects: (Mark & { readonly why: string | null }) | undefined;
  /** Of an entry another puts right: its words are struck. */
  readonly corrected: Mark | undefined;
  readonly correctHref: string | undefined;
}

export function caseRecordLine(
  record: CaseRecord,
  reader: Person,
  shown: readonly Pick<CaseRecord, 'id'>[] = [],
): CaseRecordLine {
  const { id, aboutOn, text, writtenAt, authorName, authorRole, correctedById, correctedAt } = record;
  const { correctsId, correctsWrittenAt, correctionReason: why } = record;
  const at = (entryId: string) =>
    shown.some((each) => each.id === entryId) ? `#entry-${entryId}` : undefined;
  return {
    id,
    on: sayDate(aboutOn),
    text,
    signed: `${authorName}, ${ROLE_NAMES[authorRole]}, ${sayMoment(writtenAt)}`,
    corrects:
      correctsId && correctsWrittenAt
        ? { text: `Corrects the entry of ${sayMoment(correctsWrittenAt)}`, href: at(correctsId), why }
        : undefined,
    corrected:
      correctedById && correctedAt
        ? {
            text: `Corrected on ${sayMoment(correctedAt)} by ${record.correctedByName ?? ''}`,
            href: at(correctedById),
          }
        : undefined,
    correctHref:
      !correctedById && may(reader.role, 'write case records') ? `/case-records/${id}/correction` : undefined,
  };
}
