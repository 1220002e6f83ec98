import { searchDates, type DateSearch } from '../../src/domain/date-search';
import type { Diary } from '../../src/domain/diary';
import { aDiary, aRoom, aStay, judged } from './a-diary';

const MARCH: DateSearch = {
  youngPersonIds: ['ann'],
  nights: 2,
  earliest: '2025-03-10',
  latest: '2025-03-14',
};

function arrivals(search: Partial<DateSearch>, diary: Diary, placeable = true) {
  return searchDates({ ...MARCH, ...search }, diary, 'planned')
    .filter((offer) => offer.placeable === placeable)
    .map(({ arrivesOn }) => arrivesOn);
}

it('offers every arrival of the window, its first and last day too', () => {
  const offers = searchDates(MARCH, aDiary(), 'planned');
  expect(offers).toHaveLength(5);
  expect(offers[0]).toEqual({
    arrivesOn: '2025-03-10',
    departsOn: '2025-03-12',
    placeable: true,
    findings: [],
  });
  expect(offers.at(-1)?.arrivesOn).toBe('2025-03-14');
});

it('offers no arrival before today', () => {
  expect(arrivals({ earliest: '2025-02-20', latest: '2025-03-02' }, aDiary())).toEqual([
    '2025-03-01',
    '2025-03-02',
  ]);
});

it('offers nothing when the window ends before it begins', () => {
  expect(arrivals({ earliest: '2025-03-14', latest: '2025-03-10' }, aDiary())).toEqual([]);
});

it('offers only the weekdays that suit', () => {
  const fridays = arrivals({ earliest: '2025-03-01', latest: '2025-03-31', weekdays: [5] }, aDiary());
  expect(fridays).toEqual(['2025-03-07', '2025-03-14', '2025-03-21', '2025-03-28']);
});

it('puts the dates that do not work last, with all that stands against them', () => {
  const stays = [aStay('dan', 1, '2025-03-13', '2025-03-16', { solo: true })];
  const offers = searchDates(MARCH, aDiary({ stays }), 'planned');
  expect(offers.map(({ placeable }) => placeable)).toEqual([true, true, false, false, false]);
  expect(offers.at(-1)).toMatchObject({
    arrivesOn: '2025-03-14',
    findings: [{ code: 'solo-in-place' }, { code: 'not-assessed' }],
  });
});

it('offers dates with controls to acknowledge, after those with nothing to deal with', () => {
  const stays = [aStay('dan', 1, '2025-03-10', '2025-03-11')];
  const diary = aDiary({ stays, assessments: [judged('ann', 'dan', 'with-controls')] });
  expect(arrivals({}, diary).at(-1)).toBe('2025-03-10');
});

it('prefers one room throughout to an earlier date with a move', () => {
  const rooms = [aRoom(1), aRoom(2)];
  const stays = [aStay('dan', 1, '2025-03-11', '2025-03-12'), aStay('eve', 2, '2025-03-10', '2025-03-11')];
  const diary = aDiary({ rooms, stays, assessments: [judged('ann', 'dan'), judged('ann', 'eve')] });
  expect(arrivals({}, diary).at(-1)).toBe('2025-03-10');
});

it('prefers dates that leave no short gap', () => {
  const rooms = [aRoom(1)];
  const stays = [aStay('dan', 1, '2025-03-01', '2025-03-10')];
  const found = arrivals({ latest: '2025-03-15' }, aDiary({ rooms, stays }));
  expect(found).toEqual(['2025-03-10', '2025-03-13', '2025-03-14', '2025-03-15', '2025-03-12', '2025-03-11']);
});

it('judges siblings as one', () => {
  const stays = [1, 2, 3].map((room) => aStay(`resident ${room}`, room, '2025-03-10', '2025-03-16'));
  const assessments = [judged('ann', 'ben')];
  expect(arrivals({ youngPersonIds: ['ann', 'ben'] }, aDiary({ stays, assessments }))).toEqual([]);
  expect(arrivals({ youngPersonIds: ['ann', 'ben'] }, aDiary({ assessments }))).toHaveLength(5);
  expect(arrivals({ youngPersonIds: ['ann', 'ben'] }, aDiary())).toEqual([]);
});

it('offers an emergency nothing that a manager would have to authorise', () => {
  const diary = aDiary({ stays: [aStay('dan', 1, '2025-03-01', '2025-04-01')] });
  expect(searchDates(MARCH, diary, 'emergency').some(({ placeable }) => placeable)).toBe(false);
});
