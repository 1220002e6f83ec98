import { sayMoment } from '../../src/domain/say-moment';
import { sayStay } from '../../src/domain/say-dates';

describe('a stay in words', () => {
  const today = '2025-03-11';

  it('names the month once, and the year only when it is another', () => {
    expect(sayStay({ from: '2025-03-14', to: '2025-03-17' }, today)).toBe('Fri 14 to Mon 17 March, 3 nights');
    expect(sayStay({ from: '2025-03-31', to: '2025-04-01' }, today)).toBe(
      'Mon 31 March to Tue 1 April, 1 night',
    );
    expect(sayStay({ from: '2024-03-15', to: '2024-03-18' }, today)).toBe(
      'Fri 15 to Mon 18 March 2024, 3 nights',
    );
    expect(sayStay({ from: '2024-12-31', to: '2025-01-02' }, today)).toBe(
      'Tue 31 December 2024 to Thu 2 January 2025, 2 nights',
    );
  });

  it('says that a stay which ended on the day it began had no night', () => {
    expect(sayStay({ from: '2025-03-14', to: '2025-03-14' }, today)).toBe('Fri 14 March, no nights');
  });

  it('tells moments by the clock in London', () => {
    expect(sayMoment(new Date('2025-03-29T16:40:00Z'))).toBe('Sat 29 March 2025 at 4:40pm');
    expect(sayMoment(new Date('2025-03-30T16:40:00Z'))).toBe('Sun 30 March 2025 at 5:40pm');
  });
});
