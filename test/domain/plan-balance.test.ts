import { planBalance, type CountedStay } from '../../src/domain/plan-balance';

const plan = {
  nights: { from: '2026-01-15', to: '2026-07-15' },
  nightsPer: 'month' as const,
  nightsAgreed: 4,
};

const stay = (from: string, to: string, also: Partial<CountedStay> = {}): CountedStay => ({
  kind: 'planned',
  status: 'confirmed',
  nights: { from, to },
  ...also,
});

describe('what is left of a plan', () => {
  it('counts the nights of the period today falls in, over and ahead, a stay split where the period ends', () => {
    const stays = [
      stay('2026-03-10', '2026-03-16', { status: 'completed' }),
      stay('2026-03-19', '2026-03-22', { status: 'in-residence' }),
      stay('2026-04-14', '2026-04-16'),
    ];
    expect(planBalance(plan, stays, '2026-03-20')).toEqual({
      ...{ agreed: 4, used: 2, booked: 3, left: 0, owed: 0, emergency: 0 },
      period: { from: '2026-03-15', to: '2026-04-15' },
    });
  });

  it('keeps emergency nights apart, and leaves out what came to nothing', () => {
    const stays = [
      stay('2026-03-16', '2026-03-18', { kind: 'emergency', status: 'completed' }),
      stay('2026-03-25', '2026-03-27', { status: 'cancelled' }),
      stay('2026-03-25', '2026-03-26', { status: 'displaced' }),
      stay('2026-03-27', '2026-03-28', { status: 'held' }),
    ];
    expect(planBalance(plan, stays, '2026-03-20')).toMatchObject({
      used: 0,
      booked: 1,
      left: 3,
      emergency: 2,
    });
  });

  it('owes nights lost to an emergency, which are neither used nor booked', () => {
    const stays = [stay('2026-03-25', '2026-03-27', { status: 'displaced' })];
    expect(planBalance(plan, stays, '2026-03-28', 2)).toMatchObject({ used: 0, booked: 0, left: 4, owed: 2 });
  });

  it('is of the nearest period before the plan begins and once it is over', () => {
    expect(planBalance(plan, [], '2025-01-01').period).toEqual({ from: '2026-01-15', to: '2026-02-15' });
    expect(planBalance(plan, [], '2026-07-15').period).toEqual({ from: '2026-06-15', to: '2026-07-15' });
    expect(planBalance({ ...plan, nightsPer: 'plan' }, [], '2026-05-01').period).toEqual(plan.nights);
  });
});
