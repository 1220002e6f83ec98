import { arrivalsOf, judgeInOrder } from '../../src/domain/series';
import { aDiary, aStay, planned } from './a-diary';

describe('a break that repeats', () => {
  it('arrives on its weekday from the first day on, and on the last day too', () => {
    const every = { weekday: 5, everyWeeks: 2, from: '2026-03-13', until: '2026-04-10' };
    expect(arrivalsOf(every)).toEqual(['2026-03-13', '2026-03-27', '2026-04-10']);
    expect(arrivalsOf({ ...every, from: '2026-03-14' })).toEqual(['2026-03-20', '2026-04-03']);
    expect(arrivalsOf({ ...every, from: '2026-03-14', until: '2026-03-19' })).toEqual([]);
  });

  it('counts the nights of the dates before, but not of those that cannot be placed', () => {
    const spans = [1, 2, 3, 4].map((week) => ({
      from: `2025-03-0${week * 2}`,
      to: `2025-03-0${week * 2 + 1}`,
    }));
    const diary = aDiary({
      plans: [planned('ann', { nightsAgreed: 2 })],
      stays: [aStay('dan', 1, '2025-03-04', '2025-03-05')],
    });
    const judged = judgeInOrder(['ann'], spans, [], diary);
    expect(judged.map(({ placeable, findings }) => [placeable, ...findings.map(({ code }) => code)])).toEqual(
      [[true], [false, 'not-assessed'], [true], [false, 'nights-used']],
    );
  });
});
