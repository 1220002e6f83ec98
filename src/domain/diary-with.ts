import type { Diary, DiaryStay } from './diary';

/** The diary as though these were booked too; one that is there already is booked anew. */
export function diaryWith(diary: Diary, stays: readonly DiaryStay[]): Diary {
  const { stays: others, away } = diaryWithout(diary, stays);
  const nightsAway = stays.map(({ id: stayId, youngPersonId, nights, kind }) => ({
    ...{ stayId, youngPersonId, nights, kind },
  }));
  return { ...diary, stays: [...others, ...stays], away: [...away, ...nightsAway] };
}

/** The diary as though these had been called off. */
export function diaryWithout(diary: Diary, stays: readonly Pick<DiaryStay, 'id'>[]): Diary {
  const ids = new Set(stays.map(({ id }) => id));
  return {
    ...diary,
    stays: diary.stays.filter(({ id }) => !ids.has(id)),
    away: diary.away.filter(({ stayId }) => stayId === null || !ids.has(stayId)),
  };
}

/** The diary as though an emergency took the beds of these. */
export function diaryDisplacing(diary: Diary, displaced: readonly DiaryStay[]): Diary {
  return { ...diaryWithout(diary, displaced), displaced };
}
