import { sayMoment } from '../domain/say-moment';
import type { Listing } from '../platform/listing';
import type { FieldError } from '../platform/problem';
import type { Letters } from '../platform/notices/letters';
import type { Notice } from '../platform/notices/notice.entity';
import { stateOf, whyNotAgain } from './notice-state';

export interface Shown {
  readonly failed: readonly Notice[];
  readonly page: Listing<Notice>;
  readonly way: string | undefined;
  readonly letters: Letters;
  /** Names the next form that is sent, so that it acts once. */
  readonly key: string;
}

export function outboxPage(
  { failed, page, way, letters, key }: Shown,
  notice: string | undefined,
  errors: readonly FieldError[] = [],
) {
  const line = (each: Notice) => outboxLine(each, way, letters);
  return {
    title: 'Outbox',
    notice,
    errors,
    key,
    said: way
      ? `Notices go ${way}. Each is sent at least once, and tried again when it fails.`
      : 'No way of sending is set up: nothing leaves this product. This is exactly what would go, and to whom.',
    failed: failed.map(line),
    notices: page.items.filter((each) => stateOf(each) !== 'failed').map(line),
    older: page.nextCursor ? `/outbox?cursor=${encodeURIComponent(page.nextCursor)}` : undefined,
  };
}

interface StateWords {
  readonly text: string;
  readonly tone: string;
  /** When it came to that, as a sentence. */
  readonly fate: string;
}

function outboxLine(notice: Notice, way: string | undefined, letters: Letters) {
  const { id, subject, toName, toAddress, writtenAt } = notice;
  return {
    id,
    subject,
    to: toAddress ? `${toName}, ${toAddress}` : `${toName}, who has no e-mail address here`,
    written: at('Written', writtenAt),
    text: letters.textOf(notice),
    state: stateWords(notice, way),
    why: notice.lastError ?? undefined,
    maySendAgain: whyNotAgain(notice, way) === undefined,
  };
}

function stateWords(notice: Notice, way: string | undefined): StateWords {
  const { sentAt, failedAt, nextAt, attempts } = notice;
  switch (stateOf(notice)) {
    case 'sent':
      return { text: 'Sent', tone: 'good', fate: at('Sent', sentAt) };
    case 'failed':
      return { text: `Failed, tried ${times(attempts)}`, tone: 'bad', fate: at('Given up', failedAt) };
    case 'kept':
      return { text: 'Not sent', tone: 'quiet', fate: `No way of sending ${way ? 'was' : 'is'} set up.` };
    case 'tried':
      return { text: `Tried ${times(attempts)}`, tone: 'careful', fate: at('Next try', nextAt) };
    case 'waiting':
      return { text: 'About to be sent', tone: 'busy', fate: '' };
  }
}

function at(what: string, instant: Date | null): string {
  return instant ? `${what} ${sayMoment(instant)}.` : '';
}

function times(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${count} times`;
}
