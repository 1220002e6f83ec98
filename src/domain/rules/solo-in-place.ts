import { companyOf } from '../company';
import { found, nightsWhen, type Rule } from './rule';

/** Somebody there needs the unit to themselves and does not let this young person in. */
export const soloInPlace: Rule = (asked, diary, kind) =>
  asked.flatMap((each) => {
    const {
      stay: { youngPersonId },
      nights,
    } = each;
    const withSolo = nights.filter(({ others }) => others.some(({ needsSolo }) => needsSolo));
    if (withSolo.length === 0) return [];
    return companyOf(each, diary).flatMap(({ peerId }) => {
      const shutOut = nightsWhen(
        withSolo,
        ({ on, others }) =>
          others.some((other) => other.youngPersonId === peerId && other.needsSolo) &&
          !diary.letsIn(peerId, youngPersonId, on),
      );
      return found(shutOut, kind, { code: 'solo-in-place', youngPersonId, peerId });
    });
  });
