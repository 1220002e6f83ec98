import type { CaseRecord } from './case-records.reader';

export interface CaseRecordView {
  readonly id: string;
  readonly youngPersonId: string;
  readonly unitId: string | null;
  readonly on: string;
  readonly text: string;
  readonly writtenAt: string;
  readonly writtenBy: { readonly id: string; readonly name: string; readonly role: string };
  readonly corrects: string | null;
  readonly reason: string | null;
  /** `null` while it stands as written. */
  readonly corrected: { readonly id: string; readonly at: string; readonly by: string } | null;
}

export function caseRecordView(record: CaseRecord): CaseRecordView {
  const { id, youngPersonId, unitId, aboutOn, text, correctedById, correctedAt } = record;
  return {
    ...{ id, youngPersonId, unitId, on: aboutOn, text },
    writtenAt: record.writtenAt.toISOString(),
    writtenBy: { id: record.authorId, name: record.authorName, role: record.authorRole },
    corrects: record.correctsId,
    reason: record.correctionReason,
    corrected:
      correctedById && correctedAt
        ? { id: correctedById, at: correctedAt.toISOString(), by: record.correctedByName ?? '' }
        : null,
  };
}
