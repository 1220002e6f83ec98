import { CATEGORY_WORDS, FATE_WORDS, URGENCY_WORDS } from '../domain/noticed-thing';
import { sayMoment } from '../domain/say-moment';
import type { NoticedThing } from './noticed-things.reader';

export function noticedListView(
  things: readonly NoticedThing[],
  maySettle: boolean,
  notice: string | undefined,
) {
  const lines = things.map((thing) => noticedLine(thing, maySettle));
  return {
    title: 'Noticed',
    notice,
    said: maySettle
      ? 'What staff of the unit noticed during stays. Each is folded into the family’s CAS plan, or set aside with a reason.'
      : 'What you noticed during stays, and what became of it.',
    open: lines.filter(({ isOpen }) => isOpen),
    settled: lines.filter(({ isOpen }) => !isOpen),
  };
}

export function noticedLine(thing: NoticedThing, maySettle: boolean) {
  const { id, status, noticedAt, noticedByName, keyWorkerName } = thing;
  const isOpen = status === 'open';
  return {
    isOpen,
    name: thing.youngPersonName,
    category: CATEGORY_WORDS[thing.category],
    words: thing.words,
    status: isOpen ? URGENCY_WORDS[thing.urgency] : FATE_WORDS[status],
    who: `Noticed by ${noticedByName}, ${sayMoment(noticedAt)}.`,
    keyWorker: keyWorkerName ? `Key worker: ${keyWorkerName}` : 'No key worker: a manager settles it',
    fate: isOpen ? undefined : fateOf(thing),
    href: isOpen && maySettle ? `/noticed/${id}` : undefined,
  };
}

function fateOf({ casGoalText, settledByName, settledAt, settledWords }: NoticedThing) {
  return {
    goal: casGoalText ? `Goal: ${casGoalText}` : undefined,
    words: settledWords,
    who: `${settledByName ?? ''}, ${settledAt ? sayMoment(settledAt) : ''}`,
  };
}
