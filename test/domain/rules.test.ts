import type { Diary, ProposedStay, StayKind } from '../../src/domain/diary';
import type { Finding } from '../../src/domain/findings';
import { assess } from '../../src/domain/placement';
import {
  aDiary,
  aPerson,
  aRoom,
  aStay,
  asking,
  closed,
  judged,
  people,
  settingsFrom,
  soloFor,
} from './a-diary';

const MARCH_14_TO_17 = ['2025-03-14', '2025-03-15', '2025-03-16'];
const annAsks = asking('ann', '2025-03-14', '2025-03-17');

function findings(asked: ProposedStay | readonly ProposedStay[], diary: Diary, kind: StayKind = 'planned') {
  return assess(Array.isArray(asked) ? asked : [asked as ProposedStay], diary, kind).findings;
}

function codes(found: readonly Finding[]) {
  return found.map(({ code }) => code);
}

/** Dan, in room 1 on 14, 15 and 16 March. */
function withDan(told: Partial<Diary> = {}): Diary {
  return aDiary({ stays: [aStay('dan', 1, '2025-03-14', '2025-03-17')], ...told });
}

describe('beds', () => {
  it('finds nothing against a stay in an empty unit', () => {
    expect(findings(annAsks, aDiary())).toEqual([]);
  });

  it('lets one child arrive the day another leaves, and leave the day another arrives', () => {
    const stays = [1, 2, 3, 4].flatMap((room) => [
      aStay(`before ${room}`, room, '2025-03-10', '2025-03-14'),
      aStay(`after ${room}`, room, '2025-03-17', '2025-03-20'),
    ]);
    expect(findings(annAsks, aDiary({ stays }))).toEqual([]);
    const named = { ...annAsks, roomId: 'room-2' };
    expect(findings(named, aDiary({ stays }))).toEqual([]);
  });

  it('finds no bed on the nights the unit is full, and says how many places are registered', () => {
    const stays = ['dan', 'eve', 'fay', 'gus'].map((id, index) =>
      aStay(id, index + 1, '2025-03-15', '2025-03-17'),
    );
    const assessments = ['dan', 'eve', 'fay', 'gus'].map((id) => judged('ann', id));
    expect(findings(annAsks, aDiary({ stays, assessments }))).toEqual([
      { code: 'no-bed', level: 'refuse', youngPersonId: 'ann', nights: ['2025-03-15', '2025-03-16'] },
      {
        code: 'registered-places',
        level: 'refuse',
        youngPersonId: 'ann',
        nights: ['2025-03-15', '2025-03-16'],
        places: 4,
      },
    ]);
  });

  it('finds no bed for either of two siblings where there is only one', () => {
    const stays = ['dan', 'eve', 'fay'].map((id, index) => aStay(id, index + 1, '2025-03-14', '2025-03-15'));
    const both = [annAsks, asking('ben', '2025-03-14', '2025-03-17')];
    const found = findings(both, aDiary({ stays })).filter(({ code }) => code === 'no-bed');
    expect(found.map(({ youngPersonId, nights }) => [youngPersonId, nights])).toEqual([
      ['ann', ['2025-03-14']],
      ['ben', ['2025-03-14']],
    ]);
  });

  it('refuses a named room that is taken, though others are free', () => {
    const found = findings(
      { ...annAsks, roomId: 'room-1' },
      withDan({ assessments: [judged('ann', 'dan')] }),
    );
    expect(found).toEqual([
      { code: 'room-taken', level: 'refuse', youngPersonId: 'ann', roomId: 'room-1', nights: MARCH_14_TO_17 },
    ]);
  });

  it('refuses one room named for two', () => {
    const both = ['ann', 'ben'].map((id) => asking(id, '2025-03-14', '2025-03-15', { roomId: 'room-1' }));
    expect(codes(findings(both, aDiary({ assessments: [judged('ann', 'ben')] })))).toEqual([
      'room-taken',
      'room-taken',
    ]);
  });

  it('has no bed in a room that is not of this unit', () => {
    expect(codes(findings({ ...annAsks, roomId: 'room-9' }, aDiary()))).toEqual(['no-bed']);
  });

  it('says until when a named room is closed, through closures that follow on', () => {
    const closures = [closed(1, '2025-03-10', '2025-03-15'), closed(1, '2025-03-15', '2025-03-20')];
    const found = findings(
      asking('ann', '2025-03-14', '2025-03-15', { roomId: 'room-1' }),
      aDiary({ closures }),
    );
    expect(found).toMatchObject([{ code: 'room-closed', nights: ['2025-03-14'], closedUntil: '2025-03-20' }]);
  });

  it('says the unit is closed rather than that there is no bed', () => {
    const closures = [closed(null, '2025-03-15', '2025-03-16')];
    expect(findings(annAsks, aDiary({ closures }))).toMatchObject([
      { code: 'unit-closed', level: 'refuse', nights: ['2025-03-15'], closedUntil: '2025-03-16' },
    ]);
  });

  it('counts young people against the registered places, however many rooms there are', () => {
    const settings = [
      settingsFrom('2020-01-01', { places: 4, ageFrom: 8, ageTo: 17 }),
      settingsFrom('2025-03-16', { places: 1, ageFrom: 8, ageTo: 17 }),
    ];
    const found = findings(annAsks, withDan({ settings, assessments: [judged('ann', 'dan')] }));
    expect(found).toMatchObject([{ code: 'registered-places', places: 1, nights: ['2025-03-16'] }]);
  });

  it('takes nobody in a unit without settings', () => {
    expect(codes(findings(annAsks, aDiary({ settings: [] })))).toEqual([
      'registered-places',
      'outside-statement-of-purpose',
    ]);
  });

  it('keeps the room of somebody overdue to leave through tonight', () => {
    const stays = [aStay('dan', 1, '2025-02-20', '2025-02-26', { status: 'in-residence' })];
    const diary = aDiary({ stays, assessments: [judged('ann', 'dan')] });
    const found = findings(asking('ann', '2025-03-01', '2025-03-03', { roomId: 'room-1' }), diary);
    expect(found).toMatchObject([{ code: 'room-taken', nights: ['2025-03-01'] }]);
  });

  it('lets a room again on the day a young person in residence is due to leave', () => {
    const stays = [aStay('dan', 1, '2025-02-20', '2025-03-01', { status: 'in-residence' })];
    expect(
      findings(asking('ann', '2025-03-01', '2025-03-03', { roomId: 'room-1' }), aDiary({ stays })),
    ).toEqual([]);
  });
});

describe('one place at a time', () => {
  it('refuses a second stay in this unit, in another, or twice in what is asked', () => {
    const here = aDiary({ stays: [aStay('ann', 2, '2025-03-16', '2025-03-20')] });
    expect(findings(annAsks, here)).toMatchObject([{ code: 'already-staying', nights: ['2025-03-16'] }]);
    const elsewhere = [{ youngPersonId: 'ann', nights: { from: '2025-03-01', to: '2025-03-15' } }];
    expect(findings(annAsks, aDiary({ elsewhere }))).toMatchObject([
      { code: 'already-staying', nights: ['2025-03-14'] },
    ]);
    expect(codes(findings([annAsks, annAsks], aDiary()))).toEqual(['already-staying', 'already-staying']);
  });

  it('leaves the stay to be changed out of the way', () => {
    const stays = [aStay('ann', 2, '2025-03-14', '2025-03-17')];
    const extended = asking('ann', '2025-03-14', '2025-03-20', { changesStayId: stays[0]?.id ?? '' });
    expect(findings(extended, aDiary({ stays }))).toEqual([]);
  });

  it('lets two stays swap rooms, each out of the way of the other', () => {
    const stays = [aStay('dan', 1, '2025-03-14', '2025-03-17'), aStay('eve', 2, '2025-03-14', '2025-03-17')];
    const swapped = stays.map(({ id, youngPersonId, nights }, index) => ({
      youngPersonId,
      nights,
      roomId: `room-${2 - index}`,
      changesStayId: id,
    }));
    expect(findings(swapped, aDiary({ stays, assessments: [judged('dan', 'eve')] }))).toEqual([]);
  });

  it('does not judge nights already slept when a stay is extended', () => {
    const stays = [
      aStay('ann', 1, '2025-02-26', '2025-03-02', { status: 'in-residence' }),
      aStay('dan', 2, '2025-02-26', '2025-03-01', { status: 'completed' }),
    ];
    const assessments = [judged('ann', 'dan', 'not-together')];
    const extended = asking('ann', '2025-02-26', '2025-03-05', { changesStayId: stays[0]?.id ?? '' });
    expect(findings(extended, aDiary({ stays, assessments }))).toEqual([]);
  });
});

describe('age', () => {
  const turning = (dateOfBirth: string) => ({ people: people(aPerson('kit', 'kit family', dateOfBirth)) });

  it('refuses from the night of an eighteenth birthday in mid-stay', () => {
    const found = findings(asking('kit', '2025-03-14', '2025-03-17'), aDiary(turning('2007-03-15')));
    expect(found).toEqual([
      {
        code: 'outside-statement-of-purpose',
        level: 'refuse',
        youngPersonId: 'kit',
        nights: ['2025-03-15', '2025-03-16'],
        ageFrom: 8,
        ageTo: 17,
      },
    ]);
  });

  it('admits from the night of the eighth birthday', () => {
    const found = findings(asking('kit', '2025-03-14', '2025-03-17'), aDiary(turning('2017-03-16')));
    expect(found).toMatchObject([{ nights: ['2025-03-14', '2025-03-15'] }]);
  });

  it('takes someone born on 29 February to be eighteen on 1 March', () => {
    const diary = aDiary({ ...turning('2008-02-29'), today: '2026-02-01' });
    const found = findings(asking('kit', '2026-02-27', '2026-03-03'), diary);
    expect(found).toMatchObject([{ nights: ['2026-03-01', '2026-03-02'] }]);
  });

  it('goes by the ages in force each night', () => {
    const settings = [
      settingsFrom('2020-01-01', { places: 4, ageFrom: 13, ageTo: 17 }),
      settingsFrom('2025-03-15', { places: 4, ageFrom: 8, ageTo: 17 }),
      settingsFrom('2025-03-16', { places: 4, ageFrom: 14, ageTo: 17 }),
    ];
    expect(findings(annAsks, aDiary({ settings }))).toMatchObject([
      { ageFrom: 13, nights: ['2025-03-14'] },
      { ageFrom: 14, nights: ['2025-03-16'] },
    ]);
  });

  it('refuses a young person whose age nobody knows', () => {
    expect(codes(findings(asking('nobody', '2025-03-14', '2025-03-15'), aDiary()))).toContain(
      'outside-statement-of-purpose',
    );
  });
});

describe('pairs', () => {
  it('refuses two judged not together, whichever of them asks', () => {
    const assessments = [judged('ann', 'dan', 'not-together')];
    const ann = findings(annAsks, withDan({ assessments }));
    expect(ann).toEqual([
      { code: 'not-together', level: 'refuse', youngPersonId: 'ann', peerId: 'dan', nights: MARCH_14_TO_17 },
    ]);
    const stays = [aStay('ann', 1, '2025-03-14', '2025-03-17')];
    const dan = findings(asking('dan', '2025-03-14', '2025-03-17'), aDiary({ stays, assessments }));
    expect(dan).toMatchObject([{ code: 'not-together', youngPersonId: 'dan', peerId: 'ann' }]);
  });

  it('lets a manager authorise an emergency beside somebody judged not together, or not assessed', () => {
    const judgement = withDan({ assessments: [judged('ann', 'dan', 'not-together')] });
    expect(findings(annAsks, judgement, 'emergency')).toMatchObject([
      { code: 'not-together', level: 'authorise' },
    ]);
    expect(findings(annAsks, withDan(), 'emergency')).toMatchObject([
      { code: 'not-assessed', level: 'authorise' },
    ]);
  });

  it('asks for an assessment of a pair that has none, siblings too', () => {
    expect(findings(annAsks, withDan())).toMatchObject([{ code: 'not-assessed', reviewedOn: null }]);
    const both = [annAsks, asking('ben', '2025-03-14', '2025-03-17')];
    expect(findings(both, aDiary())).toMatchObject([
      { code: 'not-assessed', youngPersonId: 'ann', peerId: 'ben' },
      { code: 'not-assessed', youngPersonId: 'ben', peerId: 'ann' },
    ]);
  });

  it('holds a judgement on its review day, and no longer, whatever it said', () => {
    for (const outcome of ['compatible', 'with-controls', 'not-together'] as const) {
      const found = findings(
        annAsks,
        withDan({ assessments: [judged('ann', 'dan', outcome, '2025-03-15')] }),
      );
      expect(found.filter(({ code }) => code === 'not-assessed')).toEqual([
        {
          code: 'not-assessed',
          level: 'refuse',
          youngPersonId: 'ann',
          peerId: 'dan',
          reviewedOn: '2025-03-15',
          lapsed: outcome,
          nights: ['2025-03-16'],
        },
      ]);
      const inForce = found
        .filter(({ code }) => code !== 'not-assessed')
        .map(({ code, nights }) => [code, nights]);
      const until = ['2025-03-14', '2025-03-15'];
      expect(inForce).toEqual(
        { compatible: [], 'with-controls': [['controls', until]], 'not-together': [['not-together', until]] }[
          outcome
        ],
      );
    }
  });

  it('asks whoever books to acknowledge controls', () => {
    const assessments = [judged('ann', 'dan', 'with-controls')];
    for (const kind of ['planned', 'emergency'] as const) {
      expect(findings(annAsks, withDan({ assessments }), kind)).toMatchObject([
        { code: 'controls', level: 'acknowledge', peerId: 'dan', controls: 'Separate floors' },
      ]);
    }
  });

  it('judges only the nights two share', () => {
    const stays = [aStay('dan', 1, '2025-03-10', '2025-03-15'), aStay('eve', 2, '2025-03-17', '2025-03-20')];
    expect(findings(annAsks, aDiary({ stays }))).toMatchObject([
      { code: 'not-assessed', peerId: 'dan', nights: ['2025-03-14'] },
    ]);
  });
});

describe('solo', () => {
  const assessments = [
    judged('ann', 'ben'),
    judged('ann', 'dan'),
    judged('ben', 'dan'),
    judged('ben', 'cat'),
  ];

  it('shuts others out of the nights of a solo stay, though its beds are empty', () => {
    const stays = [aStay('dan', 1, '2025-03-14', '2025-03-17', { solo: true })];
    expect(findings(annAsks, aDiary({ stays, assessments }))).toEqual([
      { code: 'solo-in-place', level: 'refuse', youngPersonId: 'ann', peerId: 'dan', nights: MARCH_14_TO_17 },
    ]);
  });

  it('refuses a solo stay while others are there', () => {
    const found = findings({ ...annAsks, solo: true }, withDan({ assessments }));
    expect(found).toEqual([
      {
        code: 'solo-needs-unit',
        level: 'refuse',
        youngPersonId: 'ann',
        peerIds: ['dan'],
        nights: MARCH_14_TO_17,
      },
    ]);
  });

  it('meets solo from either side on exactly the nights of the decision', () => {
    const decision = soloFor('dan', '2025-03-15', '2025-03-16');
    const shutOut = findings(annAsks, withDan({ assessments, soloDecisions: [decision] }));
    expect(shutOut).toMatchObject([{ code: 'solo-in-place', nights: ['2025-03-15'] }]);
    const stays = [aStay('ann', 2, '2025-03-14', '2025-03-17')];
    const danAsks = asking('dan', '2025-03-14', '2025-03-17');
    expect(findings(danAsks, aDiary({ stays, assessments, soloDecisions: [decision] }))).toMatchObject([
      { code: 'solo-needs-unit', peerIds: ['ann'], nights: ['2025-03-15'] },
    ]);
  });

  it('lets in the sibling a decision names, from either side, and refuses the one it does not', () => {
    const soloDecisions = [soloFor('ann', '2025-03-01', '2025-04-01', 'ben')];
    const stays = [aStay('ann', 1, '2025-03-14', '2025-03-17')];
    const withAnn = aDiary({ stays, assessments: [...assessments, judged('ann', 'cat')], soloDecisions });
    expect(findings(asking('ben', '2025-03-14', '2025-03-17'), withAnn)).toEqual([]);
    expect(codes(findings(asking('cat', '2025-03-14', '2025-03-17'), withAnn))).toEqual(['solo-in-place']);
    const ben = [aStay('ben', 1, '2025-03-14', '2025-03-17')];
    expect(findings(annAsks, aDiary({ stays: ben, assessments, soloDecisions }))).toEqual([]);
    const named = { ...annAsks, solo: true };
    expect(findings(named, aDiary({ stays: ben, assessments, soloDecisions }))).toEqual([]);
  });

  it('lets nobody in beside a solo stay without a decision, however close', () => {
    const stays = [aStay('ann', 1, '2025-03-14', '2025-03-17', { solo: true })];
    const found = findings(asking('ben', '2025-03-14', '2025-03-17'), aDiary({ stays, assessments }));
    expect(codes(found)).toEqual(['solo-in-place']);
  });

  it('lets in only siblings, whomever a decision names', () => {
    const soloDecisions = [soloFor('ann', '2025-03-01', '2025-04-01', 'dan')];
    expect(codes(findings(annAsks, withDan({ assessments, soloDecisions })))).toEqual(['solo-needs-unit']);
  });

  it('wants two solo siblings each to let the other in', () => {
    const both = [annAsks, asking('ben', '2025-03-14', '2025-03-17')];
    const oneWay = [
      soloFor('ann', '2025-03-01', '2025-04-01', 'ben'),
      soloFor('ben', '2025-03-01', '2025-04-01'),
    ];
    expect(findings(both, aDiary({ assessments, soloDecisions: oneWay }))).toMatchObject([
      { code: 'solo-in-place', youngPersonId: 'ann', peerId: 'ben' },
      { code: 'solo-needs-unit', youngPersonId: 'ben', peerIds: ['ann'] },
    ]);
    const bothWays = [
      soloFor('ann', '2025-03-01', '2025-04-01', 'ben'),
      soloFor('ben', '2025-03-01', '2025-04-01', 'ann'),
    ];
    expect(findings(both, aDiary({ assessments, soloDecisions: bothWays }))).toEqual([]);
  });

  it('wants every decision in force to name a sibling', () => {
    const soloDecisions = [
      soloFor('ann', '2025-03-01', '2025-04-01', 'ben'),
      soloFor('ann', '2025-03-15', '2025-03-16'),
    ];
    const both = [annAsks, asking('ben', '2025-03-14', '2025-03-17')];
    const found = findings(both, aDiary({ assessments, soloDecisions }));
    expect(found.map(({ code, nights }) => [code, nights])).toEqual([
      ['solo-in-place', ['2025-03-15']],
      ['solo-needs-unit', ['2025-03-15']],
    ]);
  });
});

describe('days the calendar makes odd', () => {
  it('counts 29 February as a night like any other', () => {
    const stays = [aStay('dan', 1, '2028-02-29', '2028-03-01')];
    const diary = aDiary({
      today: '2028-02-01',
      stays,
      settings: [settingsFrom('2020-01-01', { places: 4, ageFrom: 8, ageTo: 17 })],
    });
    expect(findings(asking('ann', '2028-02-28', '2028-03-02'), diary)).toMatchObject([
      { code: 'not-assessed', nights: ['2028-02-29'] },
    ]);
    expect(findings(asking('ann', '2028-02-28', '2028-02-29'), diary)).toEqual([]);
  });

  it('counts the nights the clocks change as one night each', () => {
    for (const [before, night, after] of [
      ['2025-03-29', '2025-03-30', '2025-03-31'],
      ['2025-10-25', '2025-10-26', '2025-10-27'],
    ] as const) {
      const stays = [aStay('dan', 1, before, after)];
      expect(findings(asking('ann', before, after), aDiary({ stays }))).toMatchObject([
        { code: 'not-assessed', nights: [before, night] },
      ]);
      expect(findings(asking('ann', after, night, { roomId: 'room-1' }), aDiary({ stays }))).toEqual([]);
      expect(findings(asking('ann', night, after, { roomId: 'room-1' }), aDiary({ stays }))).toMatchObject([
        { code: 'room-taken', nights: [night] },
        { code: 'not-assessed', nights: [night] },
      ]);
    }
  });
});

it('finds everything, not the first thing', () => {
  const diary = aDiary({
    rooms: [aRoom(1)],
    settings: [settingsFrom('2020-01-01', { places: 1, ageFrom: 14, ageTo: 17 })],
    stays: [aStay('dan', 1, '2025-03-14', '2025-03-17', { solo: true })],
    elsewhere: [{ youngPersonId: 'ann', nights: { from: '2025-03-14', to: '2025-03-15' } }],
    assessments: [judged('ann', 'dan', 'not-together')],
  });
  expect(codes(findings({ ...annAsks, solo: true }, diary))).toEqual([
    'no-bed',
    'registered-places',
    'already-staying',
    'outside-statement-of-purpose',
    'solo-in-place',
    'solo-needs-unit',
    'not-together',
  ]);
});
