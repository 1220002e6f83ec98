import { chosenDisplacement } from '../../src/domain/chosen-displacement';
import type { Diary, DiaryStay, UnitSettings } from '../../src/domain/diary';
import { emergencyWays } from '../../src/domain/displacement';
import { aDiary, aStay, asking, judged, settingsFrom } from './a-diary';

const IDS = ['ann', 'ben', 'cat', 'dan', 'eve', 'fay', 'gus', 'hal'];
const TONIGHT = asking('hal', '2025-03-01', '2025-03-02');
const AUTHORISED = [{ code: 'kept-for-planned' }, { code: 'protected' }];
const IN_RESIDENCE: Partial<DiaryStay> = { status: 'in-residence' };

/** Four rooms, a break of its own in each, each of one night more than the one before. */
function aFullUnit(...told: readonly Partial<DiaryStay>[]): DiaryStay[] {
  return ['dan', 'eve', 'fay', 'gus'].map((id, index) =>
    aStay(id, index + 1, '2025-03-01', `2025-03-0${2 + index}`, { id, ...told[index] }),
  );
}

function diaryOf(stays: readonly DiaryStay[], told: Partial<UnitSettings> = {}): Diary {
  const assessments = IDS.flatMap((a, index) => IDS.slice(index + 1).map((b) => judged(a, b)));
  return aDiary({ stays, assessments, settings: [settingsFrom('2020-01-01', told)] });
}

function choosing(diary: Diary, ...stayIds: readonly string[]) {
  return chosenDisplacement(stayIds, TONIGHT, diary);
}

describe('whoever claims may choose', () => {
  it('the fourth of four though three are shown, with what it costs and what it needs', () => {
    const diary = diaryOf(aFullUnit());
    const shown = emergencyWays(TONIGHT, diary, { redating: new Map() });
    expect(shown.map(({ displaced }) => displaced.map(({ id }) => id))).toEqual([['dan'], ['eve'], ['fay']]);
    expect(choosing(diary, 'gus').way).toMatchObject({
      kind: 'displacement',
      displaced: [{ id: 'gus' }],
      rooms: [{ lodgings: [{ roomId: 'room-4' }] }],
      findings: [
        { code: 'kept-for-planned', level: 'authorise', displaces: true },
        { code: 'protected', level: 'authorise', stays: [{ stayId: 'gus', because: 'arrives-today' }] },
      ],
      harm: { youngPeople: 1, nights: 4, datesLeft: 10 },
    });
  });

  it('siblings, all of them, though one who comes alone would be enough', () => {
    const diary = diaryOf(aFullUnit({ groupId: 'both' }, { groupId: 'both' }));
    expect(choosing(diary, 'eve', 'dan').way?.displaced.map(({ id }) => id)).toEqual(['dan', 'eve']);
  });
});

describe('whoever claims may not choose', () => {
  it('one too many', () => {
    expect(choosing(diaryOf(aFullUnit()), 'fay', 'gus')).toMatchObject({
      unfit: 'one-too-many',
      findings: [{ code: 'no-bed' }, { code: 'registered-places' }],
    });
  });

  it('one of two siblings', () => {
    const diary = diaryOf(aFullUnit({ groupId: 'both' }, { groupId: 'both' }));
    expect(choosing(diary, 'dan')).toMatchObject({ unfit: 'siblings-split' });
  });

  it('somebody who has arrived, nor the sibling of one who has', () => {
    const arrived = diaryOf(aFullUnit({ groupId: 'both', ...IN_RESIDENCE }, { groupId: 'both' }));
    expect(choosing(arrived, 'dan')).toMatchObject({ unfit: 'arrived' });
    expect(choosing(arrived, 'eve')).toMatchObject({ unfit: 'arrived' });
    expect(choosing(arrived, 'fay').way).toBeDefined();
  });

  it('anybody where there is a bed without', () => {
    expect(choosing(diaryOf(aFullUnit().slice(1)), 'gus')).toMatchObject({
      unfit: 'bed-without',
      findings: [],
    });
  });

  it('an emergency, a stay of other nights, or one nobody knows', () => {
    const later = aStay('cat', 1, '2025-03-05', '2025-03-06', { id: 'later' });
    const diary = diaryOf([...aFullUnit({ kind: 'emergency' }), later]);
    for (const id of ['dan', 'later', 'nobody'])
      expect(choosing(diary, id)).toMatchObject({ unfit: 'not-to-come' });
    expect(choosing(diary, 'gus', 'nobody')).toMatchObject({ unfit: 'not-to-come' });
  });

  it('a bed the ring-fence keeps: the finding says so', () => {
    expect(choosing(diaryOf(aFullUnit(), { displacement: 'never' }), 'gus')).toMatchObject({
      unfit: 'refused',
      findings: [{ code: 'kept-for-planned', level: 'refuse', displaces: true }, { code: 'protected' }],
    });
  });

  it('fewer than are needed', () => {
    const diary = diaryOf(aFullUnit(), { places: 3 });
    expect(choosing(diary, 'gus')).toMatchObject({
      unfit: 'refused',
      findings: [{ code: 'registered-places', level: 'refuse' }, ...AUTHORISED],
    });
    expect(choosing(diary, 'fay', 'gus').way).toBeDefined();
  });
});
