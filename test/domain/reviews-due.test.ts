import { reviewsDue, sayDue } from '../../src/domain/reviews-due';

const today = '2026-03-11';
const due = (...dates: string[]) =>
  reviewsDue(
    dates.map((reviewOn) => ({ reviewOn })),
    today,
  );

describe('reviews due', () => {
  it('are those overdue, the latest first, then those of the next 14 days', () => {
    expect(due('2026-03-25', '2026-03-10', '2026-03-26', '2025-12-01', '2026-03-11')).toEqual([
      { reviewOn: '2025-12-01', daysLate: 100 },
      { reviewOn: '2026-03-10', daysLate: 1 },
      { reviewOn: '2026-03-11', daysLate: 0 },
      { reviewOn: '2026-03-25', daysLate: 0 },
    ]);
  });

  it('say how late they are, or how near', () => {
    const said = due('2026-03-25', '2026-03-12', '2026-03-11', '2026-03-10', '2026-03-01');
    expect(said.map((each) => sayDue(each, today))).toEqual([
      '10 days late',
      '1 day late',
      'due today',
      'due tomorrow',
      'due in 14 days',
    ]);
  });
});
