import fc from 'fast-check';
import { classifyBedNights } from '../../src/domain/bed-nights';
import { emergencyFigures } from '../../src/domain/emergency-figures';
import type {
  DisplacedOnRecord,
  EmergencyOnRecord,
  EmergencyRecords,
} from '../../src/domain/emergency-records';
import type { Ledger, LedgerStay } from '../../src/domain/ledger';
import { londonInstant } from '../../src/domain/london';
import { occupancy } from '../../src/domain/occupancy';
import { cost } from '../../src/domain/cost';
import { aClosure, aLedger, aStay } from './a-ledger';
import { pilotContract } from './a-year';
import { anyRecordsOf } from './any-emergency-records';
import { anyLedger } from './any-ledger';
import { june } from './classes-of';
import { naiveFigures } from './naive-emergency-figures';

const always = { ...pilotContract, startsOn: '2020-01-01', endsOn: '2030-01-01' };
const week = { from: june(1), to: june(8) };
const noon = londonInstant(june(10), '12:00');

function figures(
  ledger: Ledger,
  told: Partial<EmergencyRecords> = {},
  { period = week, now = noon, contracts = [always] } = {},
) {
  const unit = {
    ...ledger,
    unitId: 'unit',
    name: 'Larch House',
    contracts,
    settings: [],
    rooms: named(ledger),
  };
  const counted = { ledger: unit, bedNights: classifyBedNights(ledger, period) };
  return emergencyFigures(counted, { emergencies: [], displaced: [], ...told }, period, now);
}

const named = ({ rooms }: Ledger) =>
  rooms.map((room, index) => ({ ...room, number: index + 1, name: room.id }));

const anEmergency = (from: string, to: string, room = '1'): LedgerStay =>
  aStay(from, to, { kind: 'emergency', status: 'completed', room });

const onRecord = (stay: LedgerStay, told: Partial<EmergencyOnRecord> = {}): EmergencyOnRecord => ({
  ...{ stayId: stay.id, status: stay.status, night: stay.nights.from },
  endsAt: londonInstant(june(3), '17:00'),
  arrivedAt: londonInstant(june(2), '23:00'),
  departedAt: londonInstant(stay.nights.to, '10:00'),
  ...told,
});

const displaced = (told: Partial<DisplacedOnRecord> = {}): DisplacedOnRecord => ({
  ...{ youngPersonId: 'Ann', night: june(2), decidedOn: june(2), nights: 2, noticeNights: 0 },
  ...{ outcome: 'waiting', placedOn: null, ...told },
});

describe('Emergencies', () => {
  it('begin in the period of their first night, and cost what a night used costs', () => {
    const [before, within] = [anEmergency('2026-05-30', june(3)), anEmergency(june(4), june(6))];
    const planned = aStay(june(1), june(3), { status: 'completed', room: '2' });
    const ledger = aLedger({ stays: [before, within, planned] });
    const { emergencies, costPerNightPence } = figures(ledger, {
      emergencies: [onRecord(before), onRecord(within)],
    });
    expect(emergencies).toMatchObject({ begun: 1, nights: 4, occupiedNights: 6, shareOfOccupied: 0.6667 });
    expect([costPerNightPence, emergencies.costPence]).toEqual([215_034, 860_137]);
  });

  it('that nobody came for have not begun', () => {
    const stay = aStay(june(2), june(3), { kind: 'emergency', status: 'not-arrived' });
    const { emergencies } = figures(aLedger({ stays: [stay] }), { emergencies: [onRecord(stay)] });
    expect(emergencies).toMatchObject({
      begun: 0,
      neverCame: 1,
      nights: 0,
      shareOfOccupied: null,
      costPence: 0,
    });
  });

  it('have no cost where no contract gives one', () => {
    const stay = anEmergency(june(2), june(4));
    const { emergencies, costPerNightPence } = figures(aLedger({ stays: [stay] }), {}, { contracts: [] });
    expect([costPerNightPence, emergencies.nights, emergencies.costPence]).toEqual([null, 2, null]);
  });
});

describe('A displaced stay', () => {
  it('counts in the period of the night it was decided for, with all its nights and its notice', () => {
    const { displacedStays } = figures(aLedger({ stays: [anEmergency(june(2), june(3))] }), {
      displaced: [
        displaced({ nights: 9, noticeNights: 3 }),
        displaced({ noticeNights: 2 }),
        displaced({ youngPersonId: 'Ben', decidedOn: june(8), night: june(7) }),
        displaced({ youngPersonId: 'Cat', decidedOn: june(9), night: june(8) }),
      ],
    });
    expect(displacedStays).toEqual({
      ...{ stays: 3, youngPeople: 2, nights: 13, costPence: 16_772_671 },
      ...{ noticeNights: 5, meanNoticeNights: 1.67, shortestNoticeNights: 0 },
    });
  });

  it('waits for other dates from the day it was decided to the day they were placed', () => {
    const { reDated } = figures(aLedger(), {
      displaced: [
        displaced({ outcome: 'placed', placedOn: june(2) }),
        displaced({ outcome: 'placed', placedOn: june(9), decidedOn: june(3) }),
        displaced({ outcome: 'placed', placedOn: june(4) }),
      ],
    });
    expect(reDated).toMatchObject({ stays: 3, days: 8, meanDays: 2.67, longestDays: 6, stillWaiting: 0 });
  });

  it('that still waits, or whose request came to nothing, is counted apart', () => {
    const { reDated } = figures(aLedger(), {
      displaced: [displaced(), displaced({ decidedOn: june(4) }), displaced({ outcome: 'ended' })],
    });
    expect(reDated).toEqual({
      ...{ stays: 0, days: 0, meanDays: null, longestDays: null },
      ...{ stillWaiting: 2, longestWaitDays: 8, withoutOtherDates: 1 },
    });
  });
});

describe('An overstay', () => {
  it('has the nights that begin after its end, and only those within the period', () => {
    const stay = anEmergency(june(2), june(10));
    const { overstays } = figures(aLedger({ stays: [stay] }), { emergencies: [onRecord(stay)] });
    expect(overstays).toMatchObject({ stays: 1, nights: 5, shareOfEmergencyNights: 0.8333 });
    const after = { period: { from: june(10), to: june(12) } };
    const left = figures(aLedger({ stays: [stay] }), { emergencies: [onRecord(stay)] }, after);
    expect(left.overstays).toMatchObject({ stays: 1, nights: 0, costPence: 0 });
  });

  it('of hours is one without a night', () => {
    const stay = anEmergency(june(2), june(3));
    const departedAt = londonInstant(june(3), '19:00');
    const { overstays } = figures(aLedger({ stays: [stay] }), {
      emergencies: [onRecord(stay, { departedAt })],
    });
    expect(overstays).toMatchObject({ stays: 1, nights: 0 });
  });

  it('is none before the end has come, nor when they left by it, nor when nobody said when', () => {
    const stay = aStay(june(2), june(6), { kind: 'emergency', status: 'in-residence' });
    const there = { departedAt: null };
    const ledger = aLedger({ today: june(3), stays: [stay] });
    const now = londonInstant(june(3), '12:00');
    const none = { stays: 0, nights: 0 };
    expect(figures(ledger, { emergencies: [onRecord(stay, there)] }, { now }).overstays).toMatchObject(none);
    const gone = onRecord(stay, { departedAt: londonInstant(june(3), '10:00') });
    expect(figures(ledger, { emergencies: [gone] }).overstays).toMatchObject(none);
    const unsaid = onRecord(stay, { ...there, endsAt: null });
    expect(figures(ledger, { emergencies: [unsaid] }).overstays).toMatchObject(none);
  });
});

describe('A planned night lost to an emergency', () => {
  const lostStay = (from: string, to: string, room = '1') =>
    aStay(from, to, { status: 'displaced', endedBy: 'emergency', room });

  it('is used by it, or by another, or stays empty, each at its price', () => {
    const stays = [
      lostStay(june(2), june(6)),
      anEmergency(june(2), june(3)),
      aStay(june(4), june(5), { status: 'completed' }),
    ];
    const ledger = aLedger({ stays });
    const { plannedNightsLost: lost, costPerNightPence } = figures(ledger);
    expect([lost.nights, lost.displacedUnused.nights]).toEqual([4, 2]);
    expect(lost.usedByEmergency).toEqual({ nights: 1, costPence: costPerNightPence });
    expect(lost.usedAgain).toEqual({ nights: 1, costPence: costPerNightPence });
    const empty = cost(classifyBedNights(ledger, week), [always], week).lost.void;
    expect(lost.displacedUnused.costPence).toBe(Math.round((empty * 2) / 26));
  });

  it('is one bed-night however often it was lost', () => {
    const ledger = aLedger({ stays: [lostStay(june(2), june(4)), lostStay(june(3), june(5))] });
    expect(figures(ledger).plannedNightsLost).toMatchObject({ nights: 3, displacedUnused: { nights: 3 } });
  });

  it('is empty for another reason when the emergency never came', () => {
    const never = aStay(june(2), june(3), { kind: 'emergency', status: 'not-arrived' });
    const { plannedNightsLost } = figures(aLedger({ stays: [lostStay(june(2), june(3)), never] }));
    expect(plannedNightsLost).toMatchObject({ nights: 1, emptyOtherwise: { nights: 1 } });
  });

  it('may be closed, kept empty for a solo stay, or still to come', () => {
    const solo = aStay(june(3), june(4), { status: 'completed', solo: true, room: '2' });
    const to = aStay(june(11), june(12), { kind: 'emergency' });
    const ledger = aLedger({
      stays: [lostStay(june(2), june(4)), solo, lostStay(june(11), june(12)), to],
      closures: [aClosure(june(2), june(3))],
    });
    const period = { from: june(1), to: june(15) };
    expect(figures(ledger, {}, { period }).plannedNightsLost).toMatchObject({
      ...{ nights: 3, closed: { nights: 1 }, soloBlocked: { nights: 1 }, stillToCome: { nights: 1 } },
    });
  });
});

describe('The figures of any history', () => {
  const history = anyLedger.chain(({ ledger, period }) =>
    fc.record({
      ledger: fc.constant(ledger),
      period: fc.constant(period),
      records: anyRecordsOf(ledger, period.from),
      now: fc.constant(londonInstant(ledger.today, '18:00')),
    }),
  );

  it('are those of a count night by night, to the penny, and of the occupancy report', () => {
    fc.assert(
      fc.property(history, ({ ledger, period, records, now }) => {
        const told = figures(ledger, records, { period, now });
        const naive = naiveFigures(ledger, records.emergencies, period, now);
        const { plannedNightsLost: lost } = told;
        expect([told.emergencies.nights, told.overstays.nights]).toEqual([naive.emergency, naive.pastEnd]);
        expect([
          lost.nights,
          lost.usedByEmergency.nights,
          lost.usedAgain.nights,
          lost.displacedUnused.nights,
        ]).toEqual([naive.lost, naive.usedByEmergency, naive.usedAgain, naive.displacedUnused]);
        expect([
          told.emergencies.costPence,
          told.overstays.costPence,
          lost.displacedUnused.costPence,
        ]).toEqual([
          naive.used(naive.emergency),
          naive.used(naive.pastEnd),
          naive.empty(naive.displacedUnused),
        ]);
        const { total } = occupancy(classifyBedNights(ledger, period), [always], period);
        expect([told.emergencies.nights, lost.displacedUnused.nights]).toEqual([
          total.occupiedEmergency,
          total.voidByLoss.displaced,
        ]);
      }),
      { numRuns: 600 },
    );
  });

  it('leave nothing out: what became of beds adds up, and every displaced stay has or waits for dates', () => {
    fc.assert(
      fc.property(history, ({ ledger, period, records, now }) => {
        const { plannedNightsLost, displacedStays, reDated } = figures(ledger, records, { period, now });
        const { nights, ...fates } = plannedNightsLost;
        expect(Object.values(fates).reduce((sum, fate) => sum + fate.nights, 0)).toBe(nights);
        expect(reDated.stays + reDated.stillWaiting + reDated.withoutOtherDates).toBe(displacedStays.stays);
      }),
    );
  });
});
