import type { Diary, DiaryStay, ProposedStay, StayKind, UnitSettings } from '../../src/domain/diary';
import { assess } from '../../src/domain/placement';
import { aDiary, aRoom, aStay, asking, closed, judged, settingsFrom } from './a-diary';

const TONIGHT = asking('ann', '2025-03-01', '2025-03-02');
const TWO_NIGHTS = asking('ann', '2025-03-01', '2025-03-03');

/** Only what the ring-fence has to say. */
function found(asked: ProposedStay | readonly ProposedStay[], diary: Diary, kind: StayKind = 'emergency') {
  const { findings } = assess('youngPersonId' in asked ? [asked] : asked, diary, kind);
  const codes = ['kept-for-planned', 'kept-for-emergency', 'protected', 'police-protection-72h'];
  return findings.filter(({ code }) => codes.includes(code));
}

function keeping(told: Partial<UnitSettings>, diary: Partial<Diary> = {}): Diary {
  return aDiary({ settings: [settingsFrom('2020-01-01', told)], ...diary });
}

/** In rooms 1, 2 and so on, tonight. */
function tonight(kind: StayKind, ...ids: string[]): DiaryStay[] {
  return ids.map((id, index) => aStay(id, index + 1, '2025-03-01', '2025-03-02', { kind }));
}

describe('beds kept for planned breaks', () => {
  it('are not touched by emergencies while enough are left, whoever sleeps in the others', () => {
    expect(found(TONIGHT, keeping({ keptForPlanned: 2 }))).toEqual([]);
    expect(found(TONIGHT, keeping({ keptForPlanned: 2 }, { stays: tonight('emergency', 'dan') }))).toEqual(
      [],
    );
    expect(
      found(TONIGHT, keeping({ keptForPlanned: 2 }, { stays: tonight('planned', 'dan', 'eve') })),
    ).toEqual([]);
  });

  it.each([
    ['never', 'refuse'],
    ['with-authority', 'authorise'],
    ['freely', 'inform'],
  ] as const)('are taken by one emergency too many %s: %s', (displacement, level) => {
    const diary = keeping({ keptForPlanned: 2, displacement }, { stays: tonight('emergency', 'dan', 'eve') });
    expect(found(TONIGHT, diary)).toMatchObject([
      {
        code: 'kept-for-planned',
        level,
        youngPersonId: 'ann',
        nights: ['2025-03-01'],
        kept: 2,
        displaces: false,
      },
    ]);
  });

  it('are fewer where rooms are closed or places not registered', () => {
    const stays = tonight('emergency', 'dan');
    const closures = [closed(4, '2025-03-01', '2025-03-02')];
    expect(found(TONIGHT, keeping({ keptForPlanned: 2 }, { stays, closures }))).toHaveLength(1);
    expect(found(TONIGHT, keeping({ keptForPlanned: 2, places: 3 }, { stays }))).toHaveLength(1);
    expect(found(TONIGHT, keeping({ keptForPlanned: 2 }, { stays }))).toEqual([]);
  });

  it('count the siblings who come as an emergency together', () => {
    const both = [TONIGHT, asking('ben', '2025-03-01', '2025-03-02')];
    expect(
      found(both, keeping({ keptForPlanned: 3 })).map(({ youngPersonId }) => youngPersonId),
    ).toMatchObject(['ann', 'ben']);
    expect(found(both, keeping({ keptForPlanned: 2 }))).toEqual([]);
  });

  it('are of no account to planned stays, nor while the whole unit is closed', () => {
    expect(found(TONIGHT, keeping({ keptForPlanned: 4, displacement: 'never' }), 'planned')).toEqual([]);
    const closures = [closed(null, '2025-03-01', '2025-03-02')];
    expect(found(TONIGHT, keeping({ keptForPlanned: 4 }, { closures }))).toEqual([]);
  });

  it('follow the policy of each night', () => {
    const settings = [
      settingsFrom('2020-01-01', { keptForPlanned: 4, displacement: 'freely' }),
      settingsFrom('2025-03-02', { keptForPlanned: 4, displacement: 'never' }),
    ];
    expect(found(TWO_NIGHTS, aDiary({ settings })).map(({ level, nights }) => [level, nights])).toMatchObject(
      [
        ['inform', ['2025-03-01']],
        ['refuse', ['2025-03-02']],
      ],
    );
  });
});

describe('a planned stay that would lose its bed', () => {
  const displaced = [aStay('dan', 1, '2025-03-02', '2025-03-05')];

  it.each([
    ['never', 'refuse'],
    ['with-authority', 'authorise'],
    ['freely', 'inform'],
  ] as const)('loses it %s: %s, on the nights it shares', (displacement, level) => {
    expect(found(TWO_NIGHTS, keeping({ displacement }, { displaced }))).toMatchObject([
      {
        code: 'kept-for-planned',
        level,
        youngPersonId: 'ann',
        nights: ['2025-03-02'],
        kept: 0,
        displaces: true,
      },
    ]);
  });

  it('is said once on a night that also takes a kept bed', () => {
    const diary = keeping({ keptForPlanned: 4 }, { displaced });
    expect(found(TWO_NIGHTS, diary)).toMatchObject([
      { nights: ['2025-03-01'], displaces: false },
      { nights: ['2025-03-02'], displaces: true },
    ]);
  });

  it('is protected when its young person lost a bed before, whatever the policy', () => {
    const lostBefore = [aStay('dan', 1, '2025-03-02', '2025-03-05', { displacedBefore: true })];
    const diary = keeping({ displacement: 'freely' }, { displaced: lostBefore });
    expect(found(TWO_NIGHTS, diary)).toMatchObject([
      { code: 'kept-for-planned', level: 'inform' },
      {
        code: 'protected',
        level: 'authorise',
        nights: ['2025-03-02'],
        stays: [{ stayId: 'stay of dan from 2025-03-02', because: 'displaced-before' }],
      },
    ]);
  });

  it('is protected when it begins today, and not when it begins tomorrow', () => {
    const diary = keeping({}, { displaced: [aStay('dan', 1, '2025-03-01', '2025-03-05')] });
    expect(found(TWO_NIGHTS, diary)).toMatchObject([
      { code: 'kept-for-planned' },
      { code: 'protected', nights: ['2025-03-01', '2025-03-02'], stays: [{ because: 'arrives-today' }] },
    ]);
    expect(found(TWO_NIGHTS, keeping({}, { displaced }))).toMatchObject([{ code: 'kept-for-planned' }]);
  });

  it('is protected on every night asked for when only its siblings share one', () => {
    const sibling = aStay('eve', 2, '2025-03-04', '2025-03-05', { displacedBefore: true });
    expect(found(TWO_NIGHTS, keeping({}, { displaced: [...displaced, sibling] })).at(-1)).toMatchObject({
      code: 'protected',
      nights: ['2025-03-01', '2025-03-02'],
      stays: [{ because: 'displaced-before' }],
    });
  });
});

describe('beds kept for emergencies', () => {
  const atWill = { assessments: [judged('ann', 'dan'), judged('ann', 'eve'), judged('ann', 'fay')] };

  it('are taken by a planned stay only with authority', () => {
    const stays = tonight('planned', 'dan', 'eve', 'fay');
    expect(found(TONIGHT, keeping({ keptForEmergency: 1 }, { stays, ...atWill }), 'planned')).toMatchObject([
      {
        code: 'kept-for-emergency',
        level: 'authorise',
        youngPersonId: 'ann',
        nights: ['2025-03-01'],
        kept: 1,
      },
    ]);
    expect(found(TONIGHT, keeping({ keptForEmergency: 1 }, { stays: stays.slice(1) }), 'planned')).toEqual(
      [],
    );
  });

  it('are there for emergencies, and are taken by held stays as by confirmed ones', () => {
    const [held] = tonight('planned', 'dan').map((stay) => ({ ...stay, status: 'held' as const }));
    const diary = keeping({ keptForEmergency: 3 }, { stays: held ? [held] : [] });
    expect(found(TONIGHT, diary, 'planned')).toHaveLength(1);
    expect(found(TONIGHT, diary, 'emergency')).toEqual([]);
  });

  it('are not taken by emergencies that are there', () => {
    const diary = keeping({ keptForEmergency: 1 }, { stays: tonight('emergency', 'dan', 'eve', 'fay') });
    expect(found(TONIGHT, diary, 'planned')).toEqual([]);
  });

  it('are not taken twice by a stay that is changed', () => {
    const stays = tonight('planned', 'ann', 'dan', 'eve');
    const change = { ...TONIGHT, changesStayId: 'stay of ann from 2025-03-01' };
    expect(found(change, keeping({ keptForEmergency: 1 }, { stays }), 'planned')).toEqual([]);
  });

  it('leave no date that whoever books could take alone', () => {
    const diary = keeping({ keptForEmergency: 1 }, { rooms: [aRoom(1)] });
    expect(assess([TONIGHT], diary, 'planned').findings.map(({ level }) => level)).toEqual(['authorise']);
  });
});

describe('police protection', () => {
  it('ends 72 hours after it began, to the minute, though the clocks go forward meanwhile', () => {
    const taken = asking('ann', '2025-03-28', '2025-03-30', { policeProtectionFrom: '2025-03-28T22:40:00Z' });
    expect(found(taken, aDiary({ today: '2025-03-28' }))).toMatchObject([
      {
        code: 'police-protection-72h',
        level: 'inform',
        youngPersonId: 'ann',
        nights: ['2025-03-28', '2025-03-29'],
        endsAt: '2025-03-31T22:40:00.000Z',
      },
    ]);
  });

  it('is of no account to a planned stay, nor to an emergency on another basis', () => {
    const taken = { ...TONIGHT, policeProtectionFrom: '2025-03-01T10:00:00Z' };
    expect(found(taken, aDiary(), 'planned')).toEqual([]);
    expect(found(TONIGHT, aDiary())).toEqual([]);
  });
});
