import type { Notice } from '../platform/notices/notice.entity';

/** What has become of a notice; `kept`: it was its turn, and no way of sending was set up. */
export const NOTICE_STATES = ['waiting', 'tried', 'sent', 'failed', 'kept'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

type Fate = Pick<Notice, 'sentAt' | 'failedAt' | 'keptAt' | 'attempts'>;

export function stateOf({ sentAt, failedAt, keptAt, attempts }: Fate): NoticeState {
  if (sentAt) return 'sent';
  if (failedAt) return 'failed';
  if (keptAt) return 'kept';
  return attempts > 0 ? 'tried' : 'waiting';
}

/** The same, asked of the database. */
export const IN_STATE: Readonly<Record<NoticeState, string>> = {
  waiting: 'num_nonnulls(sent_at, failed_at, kept_at) = 0 AND attempts = 0',
  tried: 'num_nonnulls(sent_at, failed_at, kept_at) = 0 AND attempts > 0',
  sent: 'sent_at IS NOT NULL',
  failed: 'failed_at IS NOT NULL',
  kept: 'kept_at IS NOT NULL',
};

/** Why a notice cannot be sent again now; nothing when it can. */
export function whyNotAgain(notice: Fate, way: string | undefined): string | undefined {
  const state = stateOf(notice);
  if (state === 'sent') return 'This notice has been sent.';
  if (state === 'waiting' || state === 'tried') return 'This notice is about to be sent.';
  return way === undefined ? 'No way of sending notices is set up.' : undefined;
}
