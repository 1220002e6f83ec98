import type { Letters } from '../platform/notices/letters';
import type { Notice } from '../platform/notices/notice.entity';
import { stateOf, type NoticeState } from './notice-state';

export interface NoticeView {
  readonly id: string;
  readonly kind: string;
  readonly state: NoticeState;
  readonly to: {
    readonly accountId: string | null;
    readonly name: string;
    readonly address: string | null;
  };
  readonly unitId: string | null;
  readonly subject: string;
  /** All of it, as it goes out. */
  readonly text: string;
  readonly link: string;
  readonly writtenAt: Date;
  readonly attempts: number;
  readonly nextAt: Date | null;
  readonly lastError: string | null;
  readonly sentAt: Date | null;
  readonly failedAt: Date | null;
}

export function noticeView(notice: Notice, letters: Letters): NoticeView {
  const { id, kind, unitId, subject, link, writtenAt, attempts, nextAt, lastError, sentAt, failedAt } =
    notice;
  const to = { accountId: notice.toAccountId, name: notice.toName, address: notice.toAddress };
  const fate = { writtenAt, attempts, nextAt, lastError, sentAt, failedAt };
  return {
    id,
    kind,
    state: stateOf(notice),
    to,
    unitId,
    subject,
    text: letters.textOf(notice),
    link,
    ...fate,
  };
}
