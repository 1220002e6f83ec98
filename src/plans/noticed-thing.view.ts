import type { NoticedThing } from './noticed-things.reader';

export function noticedThingView(thing: NoticedThing) {
  const { id, stayId, youngPersonId, category, words, urgency, status, casGoalId } = thing;
  return {
    ...{ id, stayId, youngPersonId, category, words, urgency, status, casGoalId },
    noticedAt: thing.noticedAt.toISOString(),
    noticedBy: thing.noticedByName,
    settledAt: thing.settledAt?.toISOString() ?? null,
    settledBy: thing.settledByName,
    settledWords: thing.settledWords,
  };
}

export type NoticedThingView = ReturnType<typeof noticedThingView>;
