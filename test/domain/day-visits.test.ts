import { mostAtOnce, type DayVisit } from '../../src/domain/day-visit';
import { judgeVisit, visitConflicts, type AskedVisit, type VisitDiary } from '../../src/domain/day-visits';
import type { Diary, DiaryStay } from '../../src/domain/diary';
import { explain } from '../../src/domain/explain';
import { whereaboutsOf, type StayTimes } from '../../src/domain/whereabouts';
import { aDiary, aPerson, aStay, closed, judged, people, soloFor } from './a-diary';

const FRIDAY = '2025-03-14';
const USUAL = { arrivalsFrom: '16:00', departuresBy: '10:00' };
const NOON_BEFORE = new Date('2025-03-01T12:00:00Z');

let visits = 0;
function aVisit(
  youngPersonId: string,
  fromTime: string,
  toTime: string,
  told: Partial<DayVisit> = {},
): DayVisit {
  visits += 1;
  const times = { on: FRIDAY, fromTime, toTime };
  return { id: `visit ${visits}`, unitId: 'unit', youngPersonId, status: 'booked', ...times, ...told };
}

const asking = (youngPersonId: string, fromTime: string, toTime: string, on = FRIDAY): AskedVisit => ({
  youngPersonId,
  on,
  fromTime,
  toTime,
});

function when(stay: DiaryStay, told: Partial<StayTimes> = {}, now = NOON_BEFORE) {
  const { from: arrivesOn, to: departsOn } = stay.nights;
  const times = { status: stay.status, arrivesOn, departsOn, arrivedAt: null, departedAt: null };
  return whereaboutsOf({ ...times, ...told }, USUAL, now);
}

function facts(told: Partial<Diary> = {}, also: Partial<VisitDiary> = {}): VisitDiary {
  const diary = aDiary(told);
  return {
    diary,
    whereabouts: new Map(diary.stays.map((stay) => [stay.id, when(stay)])),
    visits: [],
    elsewhere: [],
    visitPlaces: [{ from: '2020-01-01', visitPlaces: 2 }],
    ...also,
  };
}

const codes = (asked: AskedVisit, there: VisitDiary) => judgeVisit(asked, there).map(({ code }) => code);

describe('a day visit', () => {
  it('is welcome where nobody is, and takes no bed', () => {
    expect(judgeVisit(asking('ann', '15:30', '18:00'), facts({ rooms: [] }))).toEqual([]);
  });

  it('has places of its own: so many visitors at one moment, not in one day', () => {
    const compatible = [judged('ann', 'dan'), judged('ann', 'eve'), judged('dan', 'eve')];
    const inTurn = [aVisit('dan', '12:00', '15:00'), aVisit('eve', '15:00', '18:00')];
    expect(
      codes(asking('ann', '14:00', '16:00'), facts({ assessments: compatible }, { visits: inTurn })),
    ).toEqual([]);
    const atOnce = [aVisit('dan', '12:00', '15:30'), aVisit('eve', '15:00', '18:00')];
    const full = facts({ assessments: compatible }, { visits: atOnce });
    expect(codes(asking('ann', '14:00', '16:00'), full)).toEqual(['visit-places']);
    expect(codes(asking('ann', '15:30', '16:00'), full)).toEqual([]);
    expect(codes(asking('ann', '14:00', '15:00'), full)).toEqual([]);
  });

  it('takes the places in force on its day', () => {
    const visitPlaces = [
      { from: '2020-01-01', visitPlaces: 2 },
      { from: FRIDAY, visitPlaces: 0 },
    ];
    expect(codes(asking('ann', '14:00', '16:00'), facts({}, { visitPlaces }))).toEqual(['visit-places']);
    expect(codes(asking('ann', '14:00', '16:00', '2025-03-13'), facts({}, { visitPlaces }))).toEqual([]);
  });

  it('counts nobody who cancelled or did not come, nor visits of other units', () => {
    const others = [
      aVisit('dan', '14:00', '16:00', { status: 'cancelled' }),
      aVisit('eve', '14:00', '16:00', { status: 'did-not-come' }),
      aVisit('fay', '14:00', '16:00', { unitId: 'other' }),
    ];
    expect(codes(asking('ann', '14:00', '16:00'), facts({}, { visits: others }))).toEqual([]);
  });

  it.each([
    ['before they arrive', '13:00', '16:00', FRIDAY, []],
    ['when they have just arrived', '15:30', '16:01', FRIDAY, ['not-together']],
    ['on a day between, at any time', '08:00', '09:00', '2025-03-15', ['not-together']],
    ['on the morning they leave', '09:30', '11:00', '2025-03-16', ['not-together']],
    ['after they have left', '10:00', '12:00', '2025-03-16', []],
  ])('meets those who stay only while they are in the building: %s', (_, from, to, on, expected) => {
    const stays = [aStay('dan', 1, FRIDAY, '2025-03-16')];
    const assessments = [judged('ann', 'dan', 'not-together')];
    expect(codes(asking('ann', from, to, on), facts({ stays, assessments }))).toEqual(expected);
  });

  it('goes by when they came and left, once that is known', () => {
    const stay = aStay('dan', 1, '2025-03-13', FRIDAY, { status: 'completed' });
    const there = (told: Partial<StayTimes>) =>
      facts({ stays: [stay] }, { whereabouts: new Map([[stay.id, when(stay, told)]]) });
    const early = asking('ann', '08:30', '09:30');
    expect(codes(early, there({ departedAt: new Date('2025-03-14T08:00:00Z') }))).toEqual([]);
    expect(codes(early, there({ departedAt: new Date('2025-03-14T09:00:00Z') }))).toEqual(['not-assessed']);
  });

  it('meets whoever is overdue to leave until the next morning at least', () => {
    const stay = aStay('dan', 1, '2025-03-12', '2025-03-13', { status: 'in-residence' });
    const now = new Date('2025-03-14T08:00:00Z');
    const whereabouts = new Map([[stay.id, when(stay, {}, now)]]);
    const there = facts({ today: FRIDAY, stays: [stay] }, { whereabouts });
    expect(codes(asking('ann', '20:00', '21:00'), there)).toEqual(['not-assessed']);
    expect(codes(asking('ann', '10:00', '11:00', '2025-03-15'), there)).toEqual([]);
  });

  it('meets other visitors by the same rules', () => {
    const visit = [aVisit('dan', '15:00', '17:00')];
    const asked = asking('ann', '16:00', '18:00');
    const withOutcome = (outcome: 'not-together' | 'with-controls') =>
      facts({ assessments: [judged('ann', 'dan', outcome)] }, { visits: visit });
    expect(codes(asked, facts({}, { visits: visit }))).toEqual(['not-assessed']);
    expect(codes(asked, withOutcome('not-together'))).toEqual(['not-together']);
    expect(judgeVisit(asked, withOutcome('with-controls'))).toMatchObject([
      { code: 'controls', level: 'acknowledge', peerId: 'dan', nights: [FRIDAY] },
    ]);
    expect(codes(asking('ann', '17:00', '18:00'), facts({}, { visits: visit }))).toEqual([]);
  });

  it('keeps out of a building somebody has to themselves, but for siblings let in by name', () => {
    const stays = [aStay('ann', 1, FRIDAY, '2025-03-16')];
    const assessments = [judged('ann', 'dan'), judged('ann', 'ben')];
    const soloDecisions = [soloFor('ann', '2025-03-01', '2025-04-01', 'ben')];
    const there = facts({ stays, assessments, soloDecisions });
    expect(codes(asking('dan', '17:00', '18:00'), there)).toEqual(['solo-in-place']);
    expect(codes(asking('ben', '17:00', '18:00'), there)).toEqual([]);
  });

  it('keeps out on the morning after the last night alone', () => {
    const stays = [aStay('ann', 1, '2025-03-13', FRIDAY)];
    const soloDecisions = [soloFor('ann', '2025-03-01', FRIDAY)];
    const there = facts({ stays, soloDecisions, assessments: [judged('ann', 'dan')] });
    expect(codes(asking('dan', '09:00', '11:00'), there)).toEqual(['solo-in-place']);
    expect(codes(asking('dan', '10:00', '11:00'), there)).toEqual([]);
  });

  it('needs the building empty for whoever needs it to themselves', () => {
    const soloDecisions = [soloFor('dan', '2025-03-01', '2025-04-01')];
    const there = facts(
      { soloDecisions, assessments: [judged('ann', 'dan')] },
      { visits: [aVisit('ann', '15:00', '17:00')] },
    );
    expect(codes(asking('dan', '16:00', '18:00'), there)).toEqual(['solo-needs-unit']);
  });

  it('is not for somebody who stays or visits somewhere then', () => {
    const stays = [aStay('ann', 1, FRIDAY, '2025-03-16')];
    const asked = asking('ann', '16:00', '18:00');
    expect(codes(asked, facts({ stays }))).toEqual(['already-staying']);
    expect(codes(asking('ann', '14:00', '16:00'), facts({ stays }))).toEqual([]);
    const visit = [aVisit('ann', '17:00', '19:00', { unitId: 'other', status: 'did-not-come' })];
    expect(codes(asked, facts({}, { visits: visit }))).toEqual(['already-staying']);
    const elsewhere = [{ youngPersonId: 'ann', when: { from: `${FRIDAY} 17:00`, to: '2025-03-16 10:00' } }];
    expect(codes(asked, facts({}, { elsewhere }))).toEqual(['already-staying']);
    expect(codes(asking('ann', '14:00', '16:00'), facts({}, { elsewhere }))).toEqual([]);
  });

  it('needs the unit open, and an age it takes on the day', () => {
    const little = people(aPerson('ivy', 'family of ivy', '2017-03-15'));
    expect(codes(asking('ivy', '16:00', '18:00'), facts({ people: little }))).toEqual([
      'outside-statement-of-purpose',
    ]);
    expect(codes(asking('ivy', '16:00', '18:00', '2025-03-15'), facts({ people: little }))).toEqual([]);
    const closures = [closed(null, FRIDAY, '2025-03-15'), closed(1, '2025-03-15', '2025-03-16')];
    expect(codes(asking('ann', '16:00', '18:00'), facts({ closures }))).toEqual(['unit-closed']);
    expect(codes(asking('ann', '16:00', '18:00', '2025-03-15'), facts({ closures }))).toEqual([]);
  });

  it('speaks of its day and times, not of nights, and names nobody', () => {
    const stays = [aStay('dan', 1, '2025-03-13', '2025-03-16')];
    const told: Partial<Diary>[] = [
      { closures: [closed(null, FRIDAY, '2025-03-15')] },
      { stays },
      { stays, assessments: [judged('ann', 'dan', 'not-together')] },
      { stays, assessments: [judged('ann', 'dan', 'with-controls')] },
      { stays, soloDecisions: [soloFor('dan', '2025-03-01', '2025-04-01')] },
      { stays, soloDecisions: [soloFor('ann', '2025-03-01', '2025-04-01')] },
      { stays: [aStay('ann', 1, '2025-03-13', '2025-03-16')] },
      { people: people(aPerson('ann', 'ash', '2000-01-01')) },
    ];
    for (const each of told) {
      const findings = judgeVisit(asking('ann', '15:30', '18:00'), facts(each, { visitPlaces: [] }));
      expect(findings.length).toBeGreaterThan(1);
      for (const finding of findings) {
        const { message, remedy } = explain(finding);
        expect(message).toContain('Fri 14 March 2025');
        expect(`${message} ${remedy}`).not.toMatch(/night|dan/);
      }
    }
  });
});

describe('a visit that is booked', () => {
  it('is in conflict with a stay booked later beside it, and never with itself', () => {
    const visit = aVisit('ann', '16:00', '18:00');
    const alone = facts({}, { visits: [visit], visitPlaces: [{ from: '2020-01-01', visitPlaces: 1 }] });
    expect(visitConflicts(visit, alone)).toEqual([]);
    const stays = [aStay('dan', 1, FRIDAY, '2025-03-16')];
    const assessments = [judged('ann', 'dan', 'not-together')];
    const later = facts({ stays, assessments }, { visits: [visit] });
    expect(visitConflicts(visit, later)).toMatchObject([{ code: 'not-together', peerId: 'dan' }]);
    expect(visitConflicts({ ...visit, status: 'came' }, later)).toEqual([]);
  });
});

it('counts the most visitors at one moment', () => {
  const during = { on: FRIDAY, fromTime: '12:00', toTime: '18:00' };
  const each = [
    aVisit('ann', '09:00', '13:00'),
    aVisit('ben', '12:30', '14:00'),
    aVisit('cat', '13:00', '15:00'),
  ];
  expect(mostAtOnce([], during)).toBe(0);
  expect(mostAtOnce(each, during)).toBe(2);
  expect(mostAtOnce([...each, aVisit('dan', '13:30', '13:45')], during)).toBe(3);
});
