import { authorisedMixes, type AuthorisedMix, type JudgedPair } from '../domain/authorised-mixes';
import { laterOf, type CalendarDate } from '../domain/calendar-date';
import { londonDate, londonInstant } from '../domain/london';
import type { Present } from './emergency-watch.reader';
import { nightArrived, toldOf, type Raised, type UnitNow } from './emergency-sweep-raised';

const REVIEWED_BY = '17:00';

const WORDS: Readonly<Record<AuthorisedMix['standing'], string>> = {
  'not-together':
    'Two young people who were judged not to be together are here on a manager’s word. Decide again today whether that may go on.',
  'not-assessed':
    'Two young people nobody has assessed together are here on a manager’s word. Decide again today whether that may go on.',
  provisional:
    'Two young people are together on what was written in the night. Decide again today whether that may go on.',
};

/** What every review of a pair begins its key with. */
export function mixKey({ youngPersonIds }: AuthorisedMix): string {
  return `mix-review:${youngPersonIds.join(':')}:`;
}

export function mixesHere(
  present: readonly Present[],
  judged: readonly JudgedPair[],
  { now }: UnitNow,
): AuthorisedMix[] {
  return authorisedMixes(present, judged, londonDate(now));
}

/** Once a day for each pair, from the day after the night that put them together: that night a manager has decided. */
export function reviewsToday(
  mixes: readonly AuthorisedMix[],
  present: readonly Present[],
  { unit, settings, now }: UnitNow,
): Raised[] {
  const today = londonDate(now);
  const nightOf = ({ arrivedAt, arrivesOn }: Present): CalendarDate =>
    arrivedAt ? nightArrived(arrivedAt, settings) : arrivesOn;
  return mixes.flatMap((mix): Raised[] => {
    const [one, other] = mix.stayIds.map((id) => present.find(({ stayId }) => stayId === id));
    if (!one || !other || laterOf(nightOf(one), nightOf(other)) >= today) return [];
    const { stayId, youngPersonId } = other.isEmergency && !one.isEmergency ? other : one;
    const key = `${mixKey(mix)}${today}`;
    const about = { unitId: unit.id, link: `/stays/${stayId}` };
    const words = WORDS[mix.standing];
    return [
      {
        task: {
          ...{ key, ...about, kind: 'mix-review', youngPersonId, stayId, words, ownerRole: 'manager' },
          dueAt: londonInstant(today, REVIEWED_BY),
        },
        notice: {
          ...{ kind: 'mix.review-due', to: toldOf('manager'), ...about, once: key },
          subject: `${unit.name}: review today who is together`,
          body: words,
        },
      },
    ];
  });
}
