import fc from 'fast-check';
import { rankWaiting, sayRank, type Waiting } from '../../src/domain/waiting-list';

const waiting = (id: string, also: Partial<Waiting> = {}): Waiting => ({
  id,
  displacedBefore: false,
  urgency: 'routine',
  requestedAt: '2026-03-01T12:00:00.000Z',
  nightsOwed: 10,
  ...also,
});

const order = (...requests: Waiting[]) => rankWaiting(requests).map(({ id }) => id);

describe('the waiting list', () => {
  it('puts whoever lost a bed to an emergency first, however urgent the others are', () => {
    expect(order(waiting('a', { urgency: 'urgent' }), waiting('b', { displacedBefore: true }))).toEqual([
      'b',
      'a',
    ]);
  });

  it('then the most urgent, however long the others have waited', () => {
    const requests = [
      waiting('a', { requestedAt: '2025-01-01T12:00:00.000Z' }),
      waiting('b', { urgency: 'soon' }),
      waiting('c', { urgency: 'urgent' }),
    ];
    expect(order(...requests)).toEqual(['c', 'b', 'a']);
  });

  it('then who has waited longest, by the instant and not by how it is written', () => {
    const early = waiting('b', { requestedAt: '2026-03-01T12:30:00.000+01:00' });
    expect(order(waiting('a', { nightsOwed: 99 }), early)).toEqual(['b', 'a']);
  });

  it('then who is owed the most nights, and last by id, so that no two are ever level', () => {
    expect(order(waiting('a'), waiting('c', { nightsOwed: 11 }), waiting('b'))).toEqual(['c', 'a', 'b']);
  });

  it('is the same whatever order the requests come in, and leaves them as they were', () => {
    const any = fc.record({
      id: fc.uuid(),
      displacedBefore: fc.boolean(),
      urgency: fc.constantFrom('routine' as const, 'soon' as const, 'urgent' as const),
      requestedAt: fc.constantFrom('2026-03-01T12:00:00.000Z', '2026-02-01T12:00:00.000Z'),
      nightsOwed: fc.nat(2),
    });
    const list = fc.uniqueArray(any, { selector: ({ id }) => id, maxLength: 8 });
    fc.assert(
      fc.property(list, fc.gen(), (requests, gen) => {
        const shuffled = gen(fc.shuffledSubarray, requests, { minLength: requests.length });
        const before = [...shuffled];
        expect(rankWaiting(shuffled)).toEqual(rankWaiting(requests));
        expect(shuffled).toEqual(before);
      }),
    );
  });

  it('says why, the strongest reason first', () => {
    const freed = { from: '2026-03-13', to: '2026-03-16' };
    const facts = {
      ...waiting('a', { displacedBefore: true, urgency: 'soon', nightsOwed: 1 }),
      place: 2,
      of: 5,
      freed,
    };
    expect(sayRank(facts)).toBe(
      'Number 2 of 5 on the waiting list: lost a bed to an emergency before, urgency: soon, asked on Sun 1 March 2026, 1 night agreed and not yet used.',
    );
  });
});
