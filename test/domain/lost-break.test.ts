import { addDays } from '../../src/domain/calendar-date';
import { atLeastSoon, promisedDates, weeksAhead, windowLeft } from '../../src/domain/lost-break';

const TODAY = '2026-03-11';
const date = (arrivesOn: string, placeable = true) => ({
  ...{ arrivesOn, departsOn: addDays(arrivesOn, 2), placeable },
  findings: [],
});

describe('the window of a break that was lost', () => {
  it('is what is left of the family’s own, from tomorrow on', () => {
    const asked = { earliest: '2026-03-01', latest: '2026-04-24', weekdays: [5] };
    expect(windowLeft(asked, TODAY)).toEqual({ ...asked, earliest: '2026-03-12' });
    expect(windowLeft({ ...asked, earliest: '2026-04-01' }, TODAY)).toMatchObject({ earliest: '2026-04-01' });
  });

  it('is over when no day that suits is still to come, today included', () => {
    const week = { earliest: '2026-03-01', latest: '2026-03-16', weekdays: [3] };
    expect(windowLeft(week, TODAY)).toBeUndefined();
    expect(windowLeft({ ...week, weekdays: [1] }, TODAY)).toMatchObject({ latest: '2026-03-16' });
    expect(windowLeft({ ...week, latest: TODAY, weekdays: [] }, TODAY)).toBeUndefined();
  });

  it('or else is the 13 weeks from tomorrow, on the weekdays that suit', () => {
    expect(weeksAhead(TODAY, [5])).toEqual({
      earliest: '2026-03-12',
      latest: '2026-06-10',
      weekdays: [5],
    });
  });
});

it('makes a lost break no less urgent than it was', () => {
  expect((['routine', 'soon', 'urgent'] as const).map(atLeastSoon)).toEqual(['soon', 'soon', 'urgent']);
});

describe('the dates promised', () => {
  const arrivals = (dates: ReturnType<typeof promisedDates>) => dates.map(({ arrivesOn }) => arrivesOn);

  it('are the three best that work', () => {
    const dates = ['2026-03-20', '2026-03-14', '2026-03-16', '2026-03-18'].map((on) => date(on));
    expect(arrivals(promisedDates([date('2026-03-13', false), ...dates]))).toEqual([
      ...['2026-03-20', '2026-03-14', '2026-03-16'],
    ]);
  });

  it('have no night in common where there are others', () => {
    const dates = ['2026-03-14', '2026-03-15', '2026-03-16', '2026-03-17'].map((on) => date(on));
    expect(arrivals(promisedDates(dates))).toEqual(['2026-03-14', '2026-03-16', '2026-03-15']);
  });

  it('are later those that still work of them, made up to three with others', () => {
    const dates = [date('2026-03-14'), date('2026-03-18', false), date('2026-03-20'), date('2026-03-24')];
    const promised = promisedDates(dates, ['2026-03-20', '2026-03-18', '2026-03-10']);
    expect(promised.map(({ arrivesOn, wasOffered }) => [arrivesOn, wasOffered])).toEqual([
      ['2026-03-20', true],
      ['2026-03-14', false],
      ['2026-03-24', false],
    ]);
  });
});
