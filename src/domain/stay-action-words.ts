import type { StayActionName } from './stay-actions';

interface ActionWords {
  /** As a link, a heading and a button. */
  readonly title: string;
  readonly button: string;
  readonly isWarning?: boolean;
  /** Said on the page of the stay once it is done. */
  readonly done: string;
}

export const ACTION_WORDS: Readonly<Record<StayActionName, ActionWords>> = {
  confirmation: { title: 'Confirm the stay', button: 'Confirm', done: 'The stay is confirmed.' },
  arrival: { title: 'Record the arrival', button: 'Record arrival', done: 'The arrival is recorded.' },
  departure: {
    title: 'Record the departure',
    button: 'Record departure',
    done: 'The departure is recorded.',
  },
  dates: { title: 'Change the dates', button: 'Change dates', done: 'The dates are changed.' },
  room: { title: 'Move to another room', button: 'Move', done: 'The room is changed.' },
  swap: {
    title: 'Swap rooms with another stay',
    button: 'Swap rooms',
    done: 'The two stays have swapped rooms.',
  },
  'non-arrival': {
    title: 'Record that they did not arrive',
    button: 'Record: did not arrive',
    isWarning: true,
    done: 'It is recorded that they did not arrive. The bed is free again.',
  },
  cancellation: {
    title: 'Cancel the stay',
    button: 'Cancel the stay',
    isWarning: true,
    done: 'The stay is cancelled. The bed is free again.',
  },
};

/** What is done most first, what ends a stay last. */
export const IN_ORDER = Object.keys(ACTION_WORDS) as StayActionName[];

const BOOKED: Readonly<Record<string, string>> = {
  booked: 'The stay is booked.',
  held: 'The bed is held. Confirm the stay before the hold runs out.',
};

/** What `?done=` says has just been done; nothing for words that are not ours. */
export function noticeOf(done: string): string | undefined {
  const entry = Object.entries(ACTION_WORDS).find(([name]) => name === done);
  return entry?.[1].done ?? (Object.hasOwn(BOOKED, done) ? BOOKED[done] : undefined);
}

/** One page at most for each thing done often: it is offered on the page of the stay itself. */
export const NEXT_STEPS: readonly StayActionName[] = ['arrival', 'confirmation'];
