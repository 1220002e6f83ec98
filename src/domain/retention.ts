import { addYears, ageOn, type CalendarDate } from './calendar-date';
import { londonDate } from './london';

/** How long a child's record has to be kept. */
export interface Retention {
  readonly class: 'childs-case-record';
  /** The 75th birthday; the record is kept until then at least. */
  readonly keptUntil: CalendarDate;
  /** The date of birth is not known: counted from the latest it can be, until it is. */
  readonly isProvisional: boolean;
}

/** Children's Homes (England) Regulations 2015 (SI 2015/541), reg. 36(2)(b). */
const YEARS = 75;

export const RETENTION_WORDS = {
  class: 'Child’s case record',
  rule: '75 years from the date of birth (SI 2015/541, regulation 36)',
} as const;

/**
 * Where only an age is known, `putOnFileOn` is the day it was told: nobody of that age then was born later than so many
 * years before. Who was born on 29 February is 75 on 1 March. Where a child dies before 18 the regulation says 15 years
 * from that day, which is never later than this: nothing here is removed by itself, so the longer holds.
 */
export function retentionOf(dateOfBirth: CalendarDate, putOnFileOn?: CalendarDate): Retention {
  const born = putOnFileOn ? latestBirth(dateOfBirth, putOnFileOn) : dateOfBirth;
  return {
    class: 'childs-case-record',
    keptUntil: addYears(born, YEARS),
    isProvisional: putOnFileOn !== undefined,
  };
}

/** As it stands on file; `notKnown` says what of it is a stand-in. */
export function retentionOfRecord(child: {
  readonly dateOfBirth: CalendarDate;
  readonly notKnown: readonly string[];
  readonly createdAt: Date;
}): Retention {
  const isStandIn = child.notKnown.includes('date-of-birth');
  return retentionOf(child.dateOfBirth, isStandIn ? londonDate(child.createdAt) : undefined);
}

function latestBirth(standIn: CalendarDate, toldOn: CalendarDate): CalendarDate {
  return addYears(toldOn, -ageOn(standIn, toldOn));
}
