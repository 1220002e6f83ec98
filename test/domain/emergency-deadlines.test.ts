import fc from 'fast-check';
import { addDays } from '../../src/domain/calendar-date';
import {
  emergencyEndsAt,
  fullAssessmentDueAt,
  policeProtectionEndsAt,
} from '../../src/domain/emergency-deadlines';
import { clockTime, londonDate, nightOfArrival } from '../../src/domain/london';
import { isWorkingDay } from '../../src/domain/working-days';

const at = (iso: string): Date => new Date(iso);

describe('an emergency stay', () => {
  it.each([
    ['for Monday night ends on Tuesday', '2026-03-09', '2026-03-10T17:00:00Z'],
    ['for Friday night ends on Monday', '2026-03-13', '2026-03-16T17:00:00Z'],
    ['for Saturday night ends on Monday too', '2026-03-14', '2026-03-16T17:00:00Z'],
    ['over the weekend the clocks go forward ends at 17:00 of summer', '2026-03-27', '2026-03-30T16:00:00Z'],
    ['for the night the clocks go forward', '2026-03-28', '2026-03-30T16:00:00Z'],
    ['over the weekend the clocks go back ends at 17:00 of winter', '2026-10-23', '2026-10-26T17:00:00Z'],
    ['for the night the clocks go back', '2026-10-24', '2026-10-26T17:00:00Z'],
    ['for Maundy Thursday’s night ends after Easter Monday', '2026-04-02', '2026-04-07T16:00:00Z'],
    ['over the early May weekend ends on Tuesday', '2026-05-01', '2026-05-05T16:00:00Z'],
    ['for Christmas Eve ends after the substitute for Boxing Day', '2026-12-24', '2026-12-29T17:00:00Z'],
    ['for the night of 30 December ends on New Year’s Eve', '2026-12-30', '2026-12-31T17:00:00Z'],
    ['for New Year’s Eve ends after the holiday and the weekend', '2026-12-31', '2027-01-04T17:00:00Z'],
    ['for New Year’s Eve of 2027 waits for the substitute day', '2027-12-31', '2028-01-04T17:00:00Z'],
  ])('%s', (_, night, ends) => {
    expect(emergencyEndsAt(night)).toEqual(at(ends));
    expect(fullAssessmentDueAt(night)).toEqual(at(ends));
  });

  it.each([
    ['at 23:50 on Monday ends on Tuesday', '2026-03-09T23:50:00Z', '2026-03-10T17:00:00Z'],
    ['at 00:30 on Tuesday is for Monday’s night: Tuesday', '2026-03-10T00:30:00Z', '2026-03-10T17:00:00Z'],
    ['at 08:59 on Tuesday is for Monday’s night: Tuesday', '2026-03-10T08:59:00Z', '2026-03-10T17:00:00Z'],
    ['at 09:01 on Tuesday is for Tuesday’s night: Wednesday', '2026-03-10T09:01:00Z', '2026-03-11T17:00:00Z'],
    ['at 00:30 on Saturday is for Friday’s night: Monday', '2026-03-14T00:30:00Z', '2026-03-16T17:00:00Z'],
    ['at 00:30 on Monday is for Sunday’s night: Monday', '2026-03-16T00:30:00Z', '2026-03-16T17:00:00Z'],
    ['at 00:30 on New Year’s Day: after the holiday', '2027-01-01T00:30:00Z', '2027-01-04T17:00:00Z'],
  ])('claimed %s', (_, claimed, ends) => {
    expect(emergencyEndsAt(nightOfArrival(at(claimed)))).toEqual(at(ends));
  });

  it('ends at the time the unit has set', () => {
    expect(emergencyEndsAt('2026-03-09', '12:30')).toEqual(at('2026-03-10T12:30:00Z'));
    expect(fullAssessmentDueAt('2026-03-09', '12:30')).toEqual(at('2026-03-10T12:30:00Z'));
  });

  it('ends at 17:00 by the London clock on a working day, on whichever night it begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1800 }), (days) => {
        const night = addDays('2024-01-01', days);
        const ends = emergencyEndsAt(night);
        expect(clockTime(ends)).toBe('17:00');
        expect(isWorkingDay(londonDate(ends))).toBe(true);
        expect(londonDate(ends) > night).toBe(true);
      }),
    );
  });
});

describe('police protection', () => {
  it.each([
    ['on an ordinary Friday', '2026-03-13T22:15:00Z', '2026-03-16T22:15:00Z', '22:15'],
    [
      'over the night the clocks go forward: the clock shows an hour more',
      '2026-03-28T01:30:00Z',
      '2026-03-31T01:30:00Z',
      '02:30',
    ],
    [
      'over the night the clocks go back: the clock shows an hour less',
      '2026-10-24T01:30:00Z',
      '2026-10-27T01:30:00Z',
      '01:30',
    ],
    ['over New Year', '2026-12-31T23:59:00Z', '2027-01-03T23:59:00Z', '23:59'],
    [
      'over Christmas, without waiting for a working day',
      '2026-12-24T18:00:00Z',
      '2026-12-27T18:00:00Z',
      '18:00',
    ],
  ])('ends 72 hours after its start %s', (_, start, end, shown) => {
    expect(policeProtectionEndsAt(at(start))).toEqual(at(end));
    expect(clockTime(policeProtectionEndsAt(at(start)))).toBe(shown);
  });
});
