import fc from 'fast-check';
import { addDays } from '../../src/domain/calendar-date';
import type { EmergencyRecords } from '../../src/domain/emergency-records';
import type { Ledger } from '../../src/domain/ledger';
import { londonInstant } from '../../src/domain/london';

const stay = fc.record({
  claimed: fc.constantFrom(true, true, true, false),
  endsAfter: fc.integer({ min: 1, max: 4 }),
  endsAt: fc.constantFrom('09:00', '17:00', '22:00'),
  arrived: fc.constantFrom(true, true, false),
  leftAfter: fc.option(fc.integer({ min: 0, max: 14 })),
});

const displaced = fc.record({
  person: fc.nat(4),
  night: fc.integer({ min: -3, max: 33 }),
  isAfterMidnight: fc.boolean(),
  nights: fc.integer({ min: 1, max: 9 }),
  noticeNights: fc.nat(5),
  outcome: fc.constantFrom('placed', 'waiting', 'ended'),
  placedAfter: fc.nat(20),
});

/** What might be on record of a ledger's emergencies, and of stays displaced about its 30 nights from a day on. */
export function anyRecordsOf({ stays }: Ledger, from: string): fc.Arbitrary<EmergencyRecords> {
  const kept = stays.filter(({ kind }) => kind === 'emergency');
  return fc.record({
    emergencies: fc.array(stay, { minLength: kept.length, maxLength: kept.length }).map((all) =>
      all.map(({ claimed, endsAfter, endsAt, arrived, leftAfter }, index) => {
        const {
          id: stayId,
          status,
          nights: { from: night },
        } = kept[index] ?? Object.assign({}, stays[0]);
        return {
          ...{ stayId, status, night },
          endsAt: claimed ? londonInstant(addDays(night, endsAfter), endsAt) : null,
          arrivedAt: arrived ? londonInstant(night, '21:00') : null,
          departedAt: leftAfter === null ? null : londonInstant(addDays(night, leftAfter), '22:30'),
        };
      }),
    ),
    displaced: fc.array(
      displaced.map(({ person, night: days, isAfterMidnight, placedAfter, outcome, ...told }) => {
        const night = addDays(from, days);
        const decidedOn = addDays(night, isAfterMidnight ? 1 : 0);
        const placedOn = outcome === 'placed' ? addDays(decidedOn, placedAfter) : null;
        return { youngPersonId: `person-${person}`, night, decidedOn, outcome, placedOn, ...told };
      }),
      { maxLength: 6 },
    ),
  });
}
