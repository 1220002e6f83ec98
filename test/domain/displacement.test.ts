import { addDays } from '../../src/domain/calendar-date';
import type { Diary, DiaryStay, ProposedStay, UnitSettings } from '../../src/domain/diary';
import { emergencyWays } from '../../src/domain/displacement';
import type { Ways } from '../../src/domain/emergency-way';
import { aDiary, aPerson, aRoom, aStay, asking, judged, people, settingsFrom, soloFor } from './a-diary';

const IDS = ['ann', 'ben', 'cat', 'dan', 'eve', 'fay', 'gus', 'hal'];
const NO_WINDOWS: Ways = { redating: new Map() };
const TONIGHT = asking('hal', '2025-03-01', '2025-03-02');
const TWO_NIGHTS = asking('hal', '2025-03-01', '2025-03-03');
const IN_RESIDENCE: Partial<DiaryStay> = { status: 'in-residence' };

/** Everybody may be with everybody, and the unit has two rooms. */
function aUnit(stays: readonly DiaryStay[], told: Partial<Diary> = {}): Diary {
  const assessments = IDS.flatMap((a, index) => IDS.slice(index + 1).map((b) => judged(a, b)));
  return aDiary({ rooms: [aRoom(1), aRoom(2)], stays, assessments, ...told });
}

function ways(diary: Diary, asked: ProposedStay = TONIGHT, known: Ways = NO_WINDOWS) {
  return emergencyWays(asked, diary, known);
}

function displaced(diary: Diary, asked: ProposedStay = TONIGHT) {
  return ways(diary, asked)
    .filter(({ kind }) => kind === 'displacement')
    .map((way) => way.displaced.map(({ youngPersonId }) => youngPersonId).sort());
}

function settings(told: Partial<UnitSettings>) {
  return { settings: [settingsFrom('2020-01-01', told)] };
}

/** A window for a stay, by default of any weekday. */
function window(stayId: string, earliest: string, latest: string, weekdays: readonly number[] = []): Ways {
  return { redating: new Map([[stayId, { window: { earliest, latest, weekdays } }]]) };
}

describe('without a displacement', () => {
  it('gives a free bed, and nobody loses one', () => {
    const [way, ...others] = ways(aUnit([aStay('dan', 1, '2025-03-01', '2025-03-03')]));
    expect(others).toEqual([]);
    expect(way).toMatchObject({
      kind: 'free-bed',
      displaced: [],
      rooms: [{ youngPersonId: 'hal', lodgings: [{ roomId: 'room-2' }] }],
      why: 'Nobody loses a bed.',
    });
  });

  it('takes a free bed though somebody there has not been assessed: a manager may authorise that', () => {
    const diary = aUnit([aStay('dan', 1, '2025-03-01', '2025-03-03')], { assessments: [] });
    expect(ways(diary)).toMatchObject([
      { kind: 'free-bed', findings: [{ code: 'not-assessed', level: 'authorise' }] },
    ]);
  });

  it('gives another free bed when the room asked for is taken', () => {
    const diary = aUnit([aStay('dan', 1, '2025-03-01', '2025-03-03')]);
    expect(ways(diary, { ...TONIGHT, roomId: 'room-1' })).toMatchObject([
      { kind: 'free-bed', rooms: [{ lodgings: [{ roomId: 'room-2' }] }] },
    ]);
    expect(ways(diary, { ...TONIGHT, roomId: 'room-2' })).toMatchObject([
      { kind: 'free-bed', rooms: [{ lodgings: [{ roomId: 'room-2' }] }] },
    ]);
  });

  it('rather gives a planned stay another room than have the child change rooms', () => {
    const stays = [
      aStay('dan', 1, '2025-02-27', '2025-03-02', IN_RESIDENCE),
      aStay('eve', 2, '2025-03-02', '2025-03-04'),
    ];
    expect(ways(aUnit(stays), TWO_NIGHTS)).toMatchObject([
      {
        kind: 'rooms-moved',
        moved: [{ stayId: 'stay of eve from 2025-03-02', lodgings: [{ roomId: 'room-1' }] }],
        rooms: [{ lodgings: [{ roomId: 'room-2' }] }],
        findings: [],
        why: 'Nobody loses a bed: one planned break not begun yet has another room.',
      },
      {
        kind: 'free-bed',
        findings: [{ code: 'room-move' }],
        rooms: [{ lodgings: [{ roomId: 'room-2' }, { roomId: 'room-1' }] }],
      },
    ]);
  });

  it('moves nobody who has arrived', () => {
    const stays = [
      aStay('dan', 1, '2025-02-27', '2025-03-02', IN_RESIDENCE),
      aStay('eve', 2, '2025-03-02', '2025-03-04', { kind: 'emergency' }),
    ];
    expect(ways(aUnit(stays), TWO_NIGHTS).map(({ kind }) => kind)).toEqual(['free-bed']);
  });

  it('moves a planned break to other dates its family asked for before anybody loses one', () => {
    const stays = [
      aStay('dan', 1, '2025-02-27', '2025-03-05', IN_RESIDENCE),
      aStay('eve', 2, '2025-03-02', '2025-03-04'),
    ];
    const known = window('stay of eve from 2025-03-02', '2025-03-01', '2025-03-20', [5, 6]);
    expect(ways(aUnit(stays), TWO_NIGHTS, known)).toMatchObject([
      {
        kind: 'dates-moved',
        displaced: [],
        redated: [{ nights: { from: '2025-03-07', to: '2025-03-09' } }],
        harm: { youngPeople: 1, nights: 2, noticeNights: 1 },
        why: 'Nobody loses a break: one planned break of 2 nights, 1 night ahead, moves to other dates the family asked for.',
      },
      { kind: 'displacement' },
    ]);
  });

  it('moves no break to a date on which somebody would have to authorise it, nor on the day it begins', () => {
    const stays = [
      aStay('dan', 1, '2025-02-27', '2025-03-05', IN_RESIDENCE),
      aStay('eve', 2, '2025-03-01', '2025-03-04'),
    ];
    const known = window('stay of eve from 2025-03-01', '2025-03-01', '2025-03-20');
    expect(ways(aUnit(stays), TONIGHT, known).map(({ kind }) => kind)).toEqual(['displacement']);
    const full = aUnit(
      [...stays.slice(0, 1), aStay('eve', 2, '2025-03-02', '2025-03-04')],
      settings({ keptForEmergency: 2, places: 2 }),
    );
    const later = window('stay of eve from 2025-03-02', '2025-03-01', '2025-03-20');
    expect(ways(full, TWO_NIGHTS, later).map(({ kind }) => kind)).toEqual(['displacement']);
  });
});

describe('a displacement', () => {
  const full = [aStay('dan', 1, '2025-03-01', '2025-03-04'), aStay('eve', 2, '2025-03-01', '2025-03-03')];

  it('says what it costs, and leaves the manager what is theirs to allow', () => {
    expect(ways(aUnit(full))[0]).toMatchObject({
      kind: 'displacement',
      displaced: [{ youngPersonId: 'eve' }],
      findings: [
        { code: 'kept-for-planned', level: 'authorise', displaces: true },
        { code: 'protected', level: 'authorise', stays: [{ because: 'arrives-today' }] },
      ],
      harm: { youngPeople: 1, displacedBefore: 0, noticeNights: 0, nights: 2, datesLeft: 10 },
      why: 'One planned break of 2 nights, beginning today, loses its bed; it can be had again on 10 other dates or more.',
    });
  });

  it('is not to be had where the ring-fence never allows one, even on one night of several', () => {
    expect(ways(aUnit(full, settings({ displacement: 'never' })))).toEqual([]);
    const policy = [settingsFrom('2020-01-01'), settingsFrom('2025-03-02', { displacement: 'never' })];
    expect(displaced(aUnit(full, { settings: policy }))).toEqual([['eve'], ['dan']]);
    expect(displaced(aUnit(full, { settings: policy }), TWO_NIGHTS)).toEqual([]);
  });

  it('never takes the bed of somebody there, nor of another emergency', () => {
    const stays = full.map((stay, index) => ({
      ...stay,
      ...(index ? IN_RESIDENCE : { kind: 'emergency' as const }),
    }));
    expect(ways(aUnit(stays))).toEqual([]);
  });

  it('takes held beds as it takes confirmed ones', () => {
    expect(displaced(aUnit(full.map((stay) => ({ ...stay, status: 'held' as const }))))).toEqual([
      ['eve'],
      ['dan'],
    ]);
  });

  it('takes two only where one is not enough: siblings go whole', () => {
    const siblings = [
      aStay('ann', 1, '2025-03-02', '2025-03-03', { groupId: 'ashes' }),
      aStay('ben', 2, '2025-03-02', '2025-03-03', { groupId: 'ashes' }),
      aStay('dan', 3, '2025-03-01', '2025-03-03'),
    ];
    const diary = aUnit(siblings, { rooms: [aRoom(1), aRoom(2), aRoom(3)] });
    expect(displaced(diary, asking('hal', '2025-03-02', '2025-03-03'))).toEqual([['dan'], ['ann', 'ben']]);
  });

  it('leaves siblings alone when one of them is there already', () => {
    const siblings = [
      aStay('ann', 1, '2025-02-28', '2025-03-03', { groupId: 'ashes', ...IN_RESIDENCE }),
      aStay('ben', 2, '2025-03-01', '2025-03-03', { groupId: 'ashes' }),
    ];
    expect(ways(aUnit(siblings))).toEqual([]);
  });

  it('spares whoever lost a bed before', () => {
    const [dan, eve] = full.map((stay, index) => ({ ...stay, displacedBefore: index === 1 }));
    expect(displaced(aUnit(dan && eve ? [dan, eve] : []))).toEqual([['dan'], ['eve']]);
  });

  it('takes the bed of whoever has most notice, though they lose more nights', () => {
    const stays = [aStay('dan', 1, '2025-03-01', '2025-03-03'), aStay('eve', 2, '2025-03-02', '2025-03-09')];
    const lastNight = asking('hal', '2025-03-02', '2025-03-03');
    expect(displaced(aUnit(stays), lastNight)).toEqual([['eve'], ['dan']]);
  });

  it('takes the bed of whoever finds other dates more easily, of two alike', () => {
    const stays = ['dan', 'eve'].map((id, index) => aStay(id, index + 1, '2025-03-01', '2025-03-03'));
    const soloDecisions = [soloFor('dan', '2025-03-03', '2025-12-31')];
    const others = Array.from({ length: 13 }, (_, week) =>
      aStay(`week ${week}`, 1, `2025-03-03`, '2025-08-01'),
    );
    const diary = aUnit([...stays, ...others.slice(0, 1)], {
      soloDecisions,
      assessments: [judged('eve', 'week 0'), judged('dan', 'hal'), judged('eve', 'hal')],
    });
    const found = ways(diary);
    expect(found.map((way) => [way.displaced[0]?.youngPersonId, way.harm.datesLeft])).toEqual([
      ['eve', 10],
      ['dan', 0],
    ]);
    expect(found[1]?.why).toContain('it can be had again on no date in the 13 weeks after');
  });

  it('takes one of each night when no one stay covers them all', () => {
    const stays = [
      aStay('dan', 1, '2025-02-27', '2025-03-06', IN_RESIDENCE),
      aStay('eve', 2, '2025-03-01', '2025-03-02'),
      aStay('fay', 2, '2025-03-02', '2025-03-05'),
    ];
    const [way, ...others] = ways(aUnit(stays), TWO_NIGHTS);
    expect(others).toEqual([]);
    expect(way?.why).toBe(
      '2 planned breaks of 4 nights in all, the first beginning today, lose their beds; each can be had again on 10 other dates or more.',
    );
  });

  it('displaces the solo stay that keeps the unit empty', () => {
    const diary = aUnit([aStay('dan', 1, '2025-03-01', '2025-03-03', { solo: true })]);
    expect(displaced(diary)).toEqual([['dan']]);
  });

  it('empties the unit for a young person who needs it alone, if everybody may go', () => {
    const alone = { ...TONIGHT, solo: true };
    expect(displaced(aUnit(full), alone)).toEqual([['dan', 'eve']]);
    const [dan, eve] = full;
    expect(ways(aUnit(dan && eve ? [dan, { ...eve, ...IN_RESIDENCE }] : []), alone)).toEqual([]);
  });

  it('helps nobody whom the unit may not take anyway', () => {
    const diary = aUnit(full, settings({ ageFrom: 15 }));
    expect(ways(diary)).toEqual([]);
    expect(
      ways(aUnit(full, { closures: [{ id: 'shut', roomId: null, nights: TONIGHT.nights, kind: 'repair' }] })),
    ).toEqual([]);
  });
});

describe('in a unit of many rooms', () => {
  const FIFTY = Array.from({ length: 50 }, (_, index) => `child ${String(index + 10)}`);

  /** So many rooms, each with a break of its own on every night from tonight on. */
  function aFullUnit(ids: readonly string[], nights: number, told: Partial<UnitSettings> = {}): Diary {
    const rooms = ids.map((_, index) => aRoom(index + 1));
    const days = Array.from({ length: nights }, (_, day) => addDays('2025-03-01', day));
    const stays = days.flatMap((on, day) =>
      ids.map((id, index) => aStay(`${id} on day ${day + 10}`, index + 1, on, addDays(on, 1))),
    );
    const guests = stays.map(({ youngPersonId }) => aPerson(youngPersonId, `family of ${youngPersonId}`));
    const assessments = guests.map(({ id }) => judged(id, 'hal'));
    const places = { places: ids.length, ...told };
    return aDiary({ rooms, stays, assessments, people: people(...guests), ...settings(places) });
  }

  it('finds one bed among fifty breaks, the least harm first', () => {
    const diary = aFullUnit(FIFTY, 1);
    const stays = diary.stays.map((stay, index) => ({ ...stay, displacedBefore: index < 48 }));
    expect(displaced({ ...diary, stays })).toEqual([
      ['child 58 on day 10'],
      ['child 59 on day 10'],
      ['child 10 on day 10'],
    ]);
  });

  it('empties fifty beds for a young person who needs the unit alone', () => {
    const diary = aFullUnit(FIFTY, 1);
    const soloDecisions = [soloFor('hal', '2025-02-01', '2025-04-01')];
    const everybody = diary.stays.map(({ youngPersonId }) => youngPersonId);
    expect(displaced({ ...diary, soloDecisions })).toEqual([everybody]);
    const [first, ...others] = diary.stays;
    const stays = first ? [{ ...first, ...IN_RESIDENCE }, ...others] : [];
    expect(ways({ ...diary, stays, soloDecisions })).toEqual([]);
  });

  it('takes as many beds as there are too few places', () => {
    const diary = aFullUnit(FIFTY, 1, { places: 40 });
    expect(displaced(diary).map((ids) => ids.length)).toEqual([11, 11, 11]);
    expect(displaced(diary)[0]).toEqual(FIFTY.slice(0, 11).map((id) => `${id} on day 10`));
  });

  it('takes one bed of each night of a fortnight, though there are more choices than could ever be tried', () => {
    const diary = aFullUnit(['child 1', 'child 2', 'child 3', 'child 4'], 14);
    const found = displaced(diary, asking('hal', '2025-03-01', '2025-03-15'));
    const each = (id: string) => Array.from({ length: 14 }, (_, day) => `${id} on day ${day + 10}`);
    expect(found).toHaveLength(3);
    expect(found[0]).toEqual(each('child 1'));
  });

  it('rather takes one bed for a fortnight than one of each night', () => {
    const diary = aFullUnit(['child 1', 'child 2', 'child 3'], 14);
    const longest = aStay('dan', 4, '2025-03-01', '2025-03-15');
    const full = {
      ...diary,
      rooms: [...diary.rooms, aRoom(4)],
      stays: [...diary.stays, longest],
      ...settings({ places: 4 }),
    };
    expect(displaced(full, asking('hal', '2025-03-01', '2025-03-15'))[0]).toEqual(['dan']);
  });
});
