import { classifyBedNights } from '../../src/domain/bed-nights';
import type { Ledger, LedgerStay } from '../../src/domain/ledger';
import { aLedger, aStay } from './a-ledger';
import { classesOf, june } from './classes-of';

const withStays = (...stays: LedgerStay[]): Ledger => aLedger({ stays });

describe('A void bed-night lost', () => {
  const family = { status: 'cancelled', endedBy: 'family' } as const;

  it('a stay cancelled under seven days before arrival, and by whom; with seven it was never asked for', () => {
    const late = aStay(june(20), june(21), { ...family, endedOn: june(14) });
    const inTime = aStay(june(21), june(22), { ...family, endedOn: june(14) });
    expect(classesOf(withStays(late, inTime), 20, 22)).toEqual(['cancelled-late', 'never-asked-for']);
    const [bed] = classifyBedNights(withStays(late), { from: june(20), to: june(21) });
    expect(bed).toMatchObject({ lostBy: 'family', lostStayId: late.id });
  });

  it('by the notice that was late on the day of cancelling', () => {
    const stay = aStay(june(20), june(21), { ...family, endedOn: june(14) });
    const [bed] = classifyBedNights(withStays(stay), { from: june(20), to: june(21) }, () => 6);
    expect(bed).toMatchObject({ lost: 'never-asked-for' });
  });

  it('nothing, when the cancelled bed was used again though another stood empty', () => {
    const late = aStay(june(5), june(6), { ...family, endedOn: june(4) });
    const again = aStay(june(5), june(6), { status: 'completed' });
    expect(classesOf(withStays(late, again), 5, 6, '2')).toEqual(['never-asked-for']);
  });

  it('one bed only to a stay that never took a room', () => {
    const stay = aStay(june(5), june(6), { status: 'not-arrived', room: null });
    const beds = classifyBedNights(withStays(stay), { from: june(5), to: june(6) });
    expect(beds.filter((bed) => bed.class === 'void' && bed.lost === 'not-arrived')).toHaveLength(1);
  });

  it('a stay displaced whose bed was then not used', () => {
    const stay = aStay(june(5), june(6), { status: 'displaced', endedBy: 'emergency' });
    expect(classesOf(withStays(stay), 5, 6)).toEqual(['displaced']);
  });

  it('a confirmed stay whose arrival nobody recorded, until tonight', () => {
    expect(classesOf(withStays(aStay(june(9), june(11))), 9, 11)).toEqual(['arrival-not-recorded', 'booked']);
  });

  it('nothing to a hold that ran out', () => {
    expect(classesOf(withStays(aStay(june(9), june(10), { status: 'held' })), 9, 10)).toEqual([
      'never-asked-for',
    ]);
  });
});
