import fc from 'fast-check';
import { agreedAndDelivered, agreedNights } from '../../src/domain/agreed-nights';
import { classifyBedNights } from '../../src/domain/bed-nights';
import { addDays } from '../../src/domain/calendar-date';
import { toHundredths } from '../../src/domain/money';
import type { Nights } from '../../src/domain/nights';
import { NIGHTS_PER } from '../../src/domain/short-break-plan';
import type { PlanOnRecord } from '../../src/domain/use-records';
import { aLedger, aStay } from './a-ledger';

const year = { from: '2026-01-01', to: '2027-01-01' };
const june = { from: '2026-06-01', to: '2026-07-01' };

function aPlan(told: Partial<PlanOnRecord> = {}): PlanOnRecord {
  const nights = told.nights ?? year;
  return { youngPersonId: 'ann', nights, inForce: nights, nightsAgreed: 73, nightsPer: 'plan', ...told };
}

const agreed = (plan: PlanOnRecord, period: Nights): number => toHundredths(agreedNights(plan, period));

describe('Nights agreed', () => {
  it('of a whole plan are shared equally among its days', () => {
    expect(agreed(aPlan(), year)).toBe(73);
    expect(agreed(aPlan(), june)).toBe(6);
  });

  it('by the month are those of each month, whatever its length', () => {
    const plan = aPlan({ nightsPer: 'month', nightsAgreed: 4 });
    expect(agreed(plan, year)).toBe(48);
    expect(agreed(plan, { from: '2026-02-01', to: '2026-03-01' })).toBe(4);
    expect(agreed(plan, { from: '2026-02-01', to: '2026-02-15' })).toBe(2);
  });

  it('end with the plan: one cut short agreed no more than the days it was in force', () => {
    const plan = aPlan({ inForce: { from: '2026-01-01', to: '2026-06-11' } });
    expect(agreed(plan, june)).toBe(2);
    expect(agreed(plan, { from: '2026-07-01', to: '2027-01-01' })).toBe(0);
  });

  it('of a period cut in two are those of the two together', () => {
    const day = fc.integer({ min: 0, max: 800 });
    fc.assert(
      fc.property(
        fc.constantFrom(...NIGHTS_PER),
        ...[fc.nat(90), fc.integer({ min: 1, max: 700 }), day, day, day],
        (nightsPer, nightsAgreed, length, ...days) => {
          const nights = { from: '2025-11-30', to: addDays('2025-11-30', length) };
          const plan = aPlan({ nightsPer, nightsAgreed, nights });
          const [from, cut, to] = days.toSorted((a, b) => a - b).map((each) => addDays('2025-10-01', each));
          if (from === undefined || cut === undefined || to === undefined) return;
          const parts = agreedNights(plan, { from, to: cut }).plus(agreedNights(plan, { from: cut, to }));
          expect(agreedNights(plan, { from, to }).compare(parts)).toBe(0);
        },
      ),
    );
  });
});

describe('Agreed and delivered', () => {
  const ann = { youngPersonId: 'ann', dateOfBirth: '2012-01-01', support: null, requestedOn: '2026-05-01' };

  it('sets the nights each child had against their plan, whoever is furthest behind first', () => {
    const stays = [
      aStay('2026-06-01', '2026-06-03', { status: 'completed', youngPersonId: 'ann' }),
      aStay('2026-06-05', '2026-06-06', { status: 'completed', kind: 'emergency', youngPersonId: 'ann' }),
      aStay('2026-06-20', '2026-06-21', { youngPersonId: 'ann' }),
      aStay('2026-06-08', '2026-06-10', { status: 'completed', youngPersonId: 'cat', room: '2' }),
    ];
    const records = stays.map(({ id, youngPersonId }) => ({ ...ann, id, youngPersonId }));
    const plans = [aPlan(), aPlan({ youngPersonId: 'ben', nightsAgreed: 146 })];
    const { children, agreed: whole } = agreedAndDelivered(
      classifyBedNights(aLedger({ stays }), june),
      ...([records, plans, june] as const),
    );
    expect(whole).toBe(18);
    expect(children).toEqual([
      { youngPersonId: 'ben', agreed: 12, planned: 0, emergency: 0, ahead: 0 },
      { youngPersonId: 'ann', agreed: 6, planned: 2, emergency: 1, ahead: 1 },
      { youngPersonId: 'cat', agreed: null, planned: 2, emergency: 0, ahead: 0 },
    ]);
  });

  it('adds up to the hundredth, however the shares fall', () => {
    const plans = ['a', 'b', 'c'].map((youngPersonId) => aPlan({ youngPersonId, nightsAgreed: 10 }));
    const { children, agreed: whole } = agreedAndDelivered([], [], plans, june);
    const sum = children.reduce((total, child) => total + Math.round((child.agreed ?? 0) * 100), 0);
    expect(sum).toBe(Math.round(whole * 100));
  });
});
