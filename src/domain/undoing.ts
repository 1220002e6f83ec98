import type { StayActionName } from './stay-actions';

/** What can be taken back: nobody outside the unit is told of it at once. */
export type Undoable = Extract<StayActionName, 'room' | 'dates' | 'swap' | 'cancellation'>;

export const UNDO_MINUTES = 10;

export interface Undo {
  readonly action: Undoable;
  readonly madeAt: Date;
  /** Nobody has changed the stay since. */
  readonly isLatest: boolean;
  /** Somebody has been written to about the unit's nights since. */
  readonly isTold: boolean;
}

/** `undefined` when the change may be taken back now. */
export function whyNotUndo(change: Undo | undefined, now: Date): string | undefined {
  if (!change) return 'Nothing was changed here that can be taken back.';
  if (!change.isLatest) return 'The stay was changed again since. Change it back by hand.';
  if (now.getTime() >= undoUntil(change.madeAt).getTime())
    return `That was more than ${UNDO_MINUTES} minutes ago. Change it back by hand.`;
  if (change.isTold)
    return 'Somebody has been told of it already. Change it back by hand, so that they hear of that too.';
  return undefined;
}

export function undoUntil(madeAt: Date): Date {
  return new Date(madeAt.getTime() + UNDO_MINUTES * 60_000);
}
