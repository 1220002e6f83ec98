import fc from 'fast-check';
import { addDays } from '../../src/domain/calendar-date';
import { CLOSURE_KINDS, STAY_KINDS, STAY_STATUSES, type Closure } from '../../src/domain/diary';
import { ENDED_BY, type Ledger, type LedgerStay } from '../../src/domain/ledger';

/** A month that holds 29 February, the end of a year, or a clock change. */
const start = fc.constantFrom('2024-02-15', '2026-12-18', '2026-03-15', '2026-10-11');

const day = fc.integer({ min: -4, max: 34 });
const roomId = fc.constantFrom('1', '2', '3', '4');

const spec = fc.record({
  from: day,
  length: fc.constantFrom(0, 1, 1, 2, 3, 5, 12),
  status: fc.constantFrom(...STAY_STATUSES),
  kind: fc.constantFrom(...STAY_KINDS),
  person: fc.nat(8),
  rooms: fc.array(roomId, { maxLength: 2 }),
  solo: fc.constantFrom(false, false, false, true),
  notice: fc.option(fc.integer({ min: -2, max: 12 })),
  endedBy: fc.option(fc.constantFrom(...ENDED_BY)),
});

const closed = fc.record({
  from: day,
  length: fc.nat(6),
  roomId: fc.option(roomId),
  kind: fc.constantFrom(...CLOSURE_KINDS),
});

/** Any ledger, with clashes the database would refuse, and 30 nights of it to be counted. */
export const anyLedger = fc
  .record({
    start,
    today: fc.integer({ min: -2, max: 32 }),
    opened: fc.array(fc.option(day, { freq: 2 }), { minLength: 1, maxLength: 4 }),
    stays: fc.array(spec, { maxLength: 18 }),
    closures: fc.array(closed, { maxLength: 3 }),
  })
  .map(({ start: from, today, opened, stays, closures }) => {
    const ledger: Ledger = {
      today: addDays(from, today),
      rooms: opened.map((days, index) => ({
        id: String(index + 1),
        openFrom: days === null ? null : addDays(from, days),
      })),
      stays: stays.map((told, index) => stayOf(from, told, index)),
      closures: closures.map((told, index): Closure => {
        const begins = addDays(from, told.from);
        const nights = { from: begins, to: addDays(begins, told.length) };
        return { id: `closure-${index}`, roomId: told.roomId, nights, kind: told.kind };
      }),
    };
    return { ledger, period: { from, to: addDays(from, 30) } };
  });

type Spec = typeof spec extends fc.Arbitrary<infer Told> ? Told : never;

function stayOf(start: string, told: Spec, index: number): LedgerStay {
  const from = addDays(start, told.from);
  const to = addDays(from, told.length);
  const moved = addDays(from, Math.ceil(told.length / 2));
  const [first, second] = told.rooms;
  const cuts =
    second === undefined
      ? [{ from, to }]
      : [
          { from, to: moved },
          { from: moved, to },
        ];
  return {
    id: `stay-${String(index).padStart(2, '0')}`,
    youngPersonId: `person-${told.person}`,
    familyId: `family-${told.person % 4}`,
    status: told.status,
    kind: told.kind,
    nights: { from, to },
    lodgings:
      first === undefined
        ? []
        : cuts.map((nights, cut) => ({
            roomId: cut === 0 ? first : (second ?? first),
            nights,
            solo: told.solo,
          })),
    party: `person-${told.person}`,
    endedOn: told.notice === null ? null : addDays(from, -told.notice),
    endedBy: told.endedBy,
  };
}
