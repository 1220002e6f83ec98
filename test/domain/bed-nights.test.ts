import fc from 'fast-check';
import { addDays } from '../../src/domain/calendar-date';
import { classifyBedNights } from '../../src/domain/bed-nights';
import type { Ledger, LedgerStay } from '../../src/domain/ledger';
import { aClosure, aLedger, aStay } from './a-ledger';
import { anyLedger } from './any-ledger';
import { naiveBedNights } from './bed-night-oracle';
import { classesOf, june } from './classes-of';

const withStays = (...stays: LedgerStay[]): Ledger => aLedger({ stays });

describe('A bed-night is occupied', () => {
  it('on each night of a completed stay, and free the day the young person left', () => {
    const ledger = withStays(aStay(june(5), june(7), { status: 'completed' }));
    expect(classesOf(ledger, 4, 8)).toEqual(['never-asked-for', 'occupied', 'occupied', 'never-asked-for']);
  });

  it('tonight by whoever is in residence, and booked by them from tomorrow', () => {
    const ledger = withStays(aStay(june(9), june(12), { status: 'in-residence' }));
    expect(classesOf(ledger, 9, 13)).toEqual(['occupied', 'occupied', 'booked', 'never-asked-for']);
  });

  it('through tonight by a young person overdue to leave', () => {
    const ledger = withStays(aStay(june(5), june(7), { status: 'in-residence' }));
    expect(classesOf(ledger, 6, 12)).toEqual([...Array<string>(5).fill('occupied'), 'never-asked-for']);
    const overdue = classifyBedNights(ledger, { from: june(6), to: june(8) }).slice(0, 2);
    expect(overdue).toMatchObject([{ overdue: false }, { overdue: true }]);
  });

  it('not by a young person due to leave today, whose last night was yesterday', () => {
    const ledger = withStays(aStay(june(8), june(10), { status: 'in-residence' }));
    expect(classesOf(ledger, 9, 11)).toEqual(['occupied', 'never-asked-for']);
  });

  it('by another who has arrived in the room of one overdue to leave', () => {
    const late = aStay(june(5), june(7), { status: 'in-residence' });
    const next = aStay(june(8), june(9), { status: 'completed' });
    const beds = classifyBedNights(withStays(late, next), { from: june(7), to: june(10) });
    expect(beds.slice(0, 3)).toMatchObject([{ stayId: late.id }, { stayId: next.id }, { stayId: late.id }]);
  });

  it('by one overdue to leave before it is booked for the next', () => {
    const late = aStay(june(5), june(9), { status: 'in-residence' });
    const next = aStay(june(10), june(12));
    expect(classesOf(withStays(late, next), 10, 12)).toEqual(['occupied', 'booked']);
  });

  it('in each room a young person moved through, on the nights they had it', () => {
    const lodgings = [
      { roomId: '1', nights: { from: june(5), to: june(7) }, solo: false },
      { roomId: '2', nights: { from: june(7), to: june(8) }, solo: false },
    ];
    const ledger = withStays(aStay(june(5), june(8), { status: 'completed', lodgings }));
    expect(classesOf(ledger, 5, 8)).toEqual(['occupied', 'occupied', 'never-asked-for']);
    expect(classesOf(ledger, 5, 8, '2')).toEqual(['never-asked-for', 'never-asked-for', 'occupied']);
  });

  it('never by a stay of no nights', () => {
    const ledger = withStays(aStay(june(5), june(5), { status: 'in-residence' }));
    expect(classesOf(ledger, 4, 11)).not.toContain('occupied');
  });

  it('by siblings when two young people of a family are there, and only then', () => {
    const status = 'completed';
    const twins = [
      aStay(june(5), june(7), { status, familyId: 'a family' }),
      aStay(june(6), june(8), { status, familyId: 'a family', room: '2' }),
    ];
    const beds = classifyBedNights(withStays(...twins), { from: june(5), to: june(8) });
    expect(beds.map((bed) => bed.class === 'occupied' && bed.sibling).slice(0, 6)).toEqual([
      false,
      true,
      false,
      false,
      true,
      false,
    ]);
  });

  it.each([
    ['clocks going forward', '2026-03-27', '2026-03-30'],
    ['clocks going back', '2026-10-23', '2026-10-26'],
    ['29 February', '2024-02-28', '2024-03-02'],
    ['the end of the year', '2025-12-30', '2026-01-02'],
  ])('three times in three nights over %s', (_, from, to) => {
    const ledger = aLedger({ today: '2026-12-01', stays: [aStay(from, to, { status: 'completed' })] });
    const beds = classifyBedNights(ledger, { from: addDays(from, -1), to: addDays(to, 1) });
    expect(beds.filter((bed) => bed.class === 'occupied')).toHaveLength(3);
    expect(beds).toHaveLength(20);
  });
});

describe('A bed-night ahead', () => {
  it('is booked by a confirmed stay and held by one on hold', () => {
    const ledger = withStays(aStay(june(10), june(11)), aStay(june(11), june(12), { status: 'held' }));
    expect(classesOf(ledger, 10, 12)).toEqual(['booked', 'held']);
  });
});

describe('A bed-night nobody is in', () => {
  it('is closed before it is solo-blocked, and solo-blocked before it is void', () => {
    const solo = aStay(june(5), june(7), { status: 'completed', solo: true });
    const ledger = aLedger({ stays: [solo], closures: [aClosure(june(6), june(8), { roomId: '2' })] });
    expect(classesOf(ledger, 5, 8, '2')).toEqual(['solo-blocked', 'closed', 'closed']);
    expect(classesOf(ledger, 5, 8, '3')).toEqual(['solo-blocked', 'solo-blocked', 'never-asked-for']);
  });

  it('is closed in every room when the unit is, but for those somebody is in', () => {
    const closures = [aClosure(june(5), june(6), { roomId: null, kind: 'staffing' })];
    const ledger = aLedger({ stays: [aStay(june(5), june(6), { status: 'completed' })], closures });
    const beds = classifyBedNights(ledger, { from: june(5), to: june(6) });
    expect(beds.map((bed) => bed.class)).toEqual(['occupied', 'closed', 'closed', 'closed']);
    expect(beds[1]).toMatchObject({ closureKind: 'staffing' });
  });

  it('is kept empty by a solo stay only booked or held too', () => {
    const booked = aStay(june(10), june(11), { solo: true });
    const held = aStay(june(11), june(12), { solo: true, status: 'held' });
    expect(classesOf(withStays(booked, held), 10, 13, '4')).toEqual([
      'solo-blocked',
      'solo-blocked',
      'never-asked-for',
    ]);
  });

  it('is not there at all before its room is registered', () => {
    const rooms = [{ id: '1', openFrom: june(6) }];
    expect(classesOf(aLedger({ rooms }), 4, 8)).toHaveLength(2);
  });
});

describe('Every bed-night', () => {
  it('is in the class a naive count night by night puts it in', () => {
    fc.assert(
      fc.property(anyLedger, ({ ledger, period }) => {
        expect(classifyBedNights(ledger, period)).toEqual(naiveBedNights(ledger, period.from, period.to));
      }),
      { numRuns: 1500 },
    );
  });

  it('of five years is counted in a moment', () => {
    const stays = Array.from({ length: 2400 }, (_, index) => {
      const from = addDays('2021-06-10', Math.floor(index / 4) * 3);
      return aStay(from, addDays(from, 2), { status: 'completed', room: String((index % 4) + 1) });
    });
    const period = { from: '2021-06-10', to: '2026-06-10' };
    const took = Array.from({ length: 5 }, () => {
      const began = performance.now();
      expect(classifyBedNights(withStays(...stays), period)).toHaveLength(1826 * 4);
      return performance.now() - began;
    });
    expect(Math.min(...took)).toBeLessThan(250);
  });
});
