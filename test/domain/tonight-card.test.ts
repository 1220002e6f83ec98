import type { Diary } from '../../src/domain/diary';
import {
  sayBeds,
  sayClosedRooms,
  sayFree,
  sayMixing,
  sayNextArrival,
  sayTaken,
  sayTonight,
  sayWhyNone,
} from '../../src/domain/tonight-card';
import { tonightFacts } from '../../src/domain/tonight-facts';
import { aDiary, aStay, closed, judged, settingsFrom, soloFor } from './a-diary';

const NOON = new Date('2025-03-01T12:00:00Z');
const tonight = (told: Partial<Diary> = {}) => tonightFacts(aDiary(told));
const here = { status: 'in-residence' } as const;
const full = [
  aStay('ann', 1, '2025-02-28', '2025-03-03', here),
  aStay('dan', 2, '2025-02-28', '2025-03-05', here),
  aStay('eve', 3, '2025-03-01', '2025-03-02'),
  aStay('fay', 4, '2025-03-01', '2025-03-02', { status: 'held' }),
];

describe('which night it is', () => {
  it('names the night by its evening', () => {
    expect(sayTonight(tonight(), NOON)).toBe('Tonight is the night of Sat 1 March.');
  });

  it('says so when tonight is the night that began yesterday', () => {
    const twoAm = new Date('2025-03-02T02:04:00Z');
    expect(sayTonight(tonight(), twoAm)).toBe('Tonight is the night that began yesterday, Sat 1 March.');
  });
});

describe('the beds free', () => {
  const said = (told: Partial<Diary>) => sayBeds(tonight(told)).map(({ words }) => words);

  it('are all the rooms of an empty unit, for as far as is looked', () => {
    const facts = tonight();
    expect(sayFree(facts)).toBe('4 beds free');
    expect(sayBeds(facts)).toEqual([
      {
        roomIds: ['room-1', 'room-2', 'room-3', 'room-4'],
        words: 'Free tonight and for at least 13 more nights.',
      },
    ]);
    expect(sayWhyNone(facts)).toEqual([]);
  });

  it('stay free until somebody is expected, the longest free first', () => {
    const stays = [
      ...full.slice(0, 2),
      aStay('eve', 3, '2025-03-02', '2025-03-04'),
      aStay('fay', 4, '2025-03-04', '2025-03-06'),
    ];
    expect(said({ stays })).toEqual([
      'Free tonight and 2 more nights: from Tue 4 March somebody is expected.',
      'Free tonight only: from Sun 2 March somebody is expected.',
    ]);
  });

  it('are no more than the registered places, whichever rooms are empty', () => {
    const settings = [settingsFrom('2020-01-01', { places: 3 })];
    const facts = tonight({ settings, stays: full.slice(0, 2) });
    expect(sayFree(facts)).toBe('1 bed free');
  });

  it('end when another takes the last registered place', () => {
    const settings = [settingsFrom('2020-01-01', { places: 3 })];
    const stays = [...full.slice(0, 2), aStay('eve', 4, '2025-03-02', '2025-03-04')];
    expect(said({ settings, stays })).toEqual([
      'Free tonight only: from Sun 2 March every registered place is taken.',
    ]);
  });

  it('end when the room or the unit closes, or somebody needs it alone', () => {
    const closures = [closed(1, '2025-03-02', '2025-03-04'), closed(null, '2025-03-05', '2025-03-06')];
    const stays = [aStay('gus', 2, '2025-03-03', '2025-03-04', { solo: true })];
    expect(said({ closures, stays })).toEqual([
      'Free tonight and 1 more night: from Mon 3 March somebody needs the unit to themselves.',
      'Free tonight only: from Sun 2 March the room is closed.',
    ]);
    expect(said({ closures: closures.slice(1) })).toEqual([
      'Free tonight and 3 more nights: from Wed 5 March the unit is closed.',
    ]);
  });

  it('do not include the room of somebody overdue to leave', () => {
    const stays = [aStay('ann', 1, '2025-02-20', '2025-02-27', here)];
    expect(sayFree(tonight({ stays }))).toBe('3 beds free');
  });
});

describe('why there is none, and what would change it', () => {
  const policy = (displacement: 'never' | 'with-authority' | 'freely') => [
    settingsFrom('2020-01-01', { displacement }),
  ];

  it('says who could make way, as the ring-fence allows', () => {
    const facts = tonight({ stays: full });
    expect(sayFree(facts)).toBe('full');
    const taken = 'Every bed that is open is taken.';
    expect(sayWhyNone(facts)).toEqual([
      taken,
      'A planned stay that has not arrived may make way, with a manager’s authority.',
    ]);
    expect(sayWhyNone(tonight({ stays: full, settings: policy('freely') }))).toEqual([
      taken,
      'A planned stay that has not arrived may make way.',
    ]);
    expect(sayWhyNone(tonight({ stays: full, settings: policy('never') }))).toEqual([
      taken,
      'No planned stay may make way: look for a bed elsewhere.',
    ]);
  });

  it('says when everybody is here already, so that nobody can make way', () => {
    const stays = full.map((stay) => ({ ...stay, ...here }));
    expect(sayWhyNone(tonight({ stays }))[1]).toBe(
      'No stay can make way: everybody is here already. Look for a bed elsewhere.',
    );
  });

  it('says that somebody needs the unit to themselves, by decision or by their stay', () => {
    const decided = tonight({
      stays: full.slice(0, 1),
      soloDecisions: [soloFor('ann', '2025-02-01', '2025-04-01')],
    });
    const asked = tonight({ stays: [aStay('ann', 1, '2025-02-28', '2025-03-03', { ...here, solo: true })] });
    for (const facts of [decided, asked]) {
      expect(sayFree(facts)).toBe('no bed');
      expect(sayWhyNone(facts)).toEqual([
        'Somebody needs the unit to themselves tonight: nobody else can have a bed, unless the decision lets them in by name.',
        'Only a manager can end that.',
      ]);
    }
  });

  it('says until when the unit is closed', () => {
    const facts = tonight({
      closures: [closed(null, '2025-02-27', '2025-03-02'), closed(null, '2025-03-02', '2025-03-04')],
    });
    expect(sayFree(facts)).toBe('closed');
    expect(sayWhyNone(facts)[0]).toBe('The unit is closed until Tue 4 March.');
  });

  it('says when the registered places are taken though a room is empty', () => {
    const settings = [settingsFrom('2020-01-01', { places: 2 })];
    expect(sayWhyNone(tonight({ settings, stays: full.slice(0, 2) }))).toEqual([
      'The unit is registered for 2 young people, and nobody can allow more.',
      'No stay can make way: everybody is here already. Look for a bed elsewhere.',
    ]);
  });

  it('counts closed rooms and says when the first opens', () => {
    const one = closed(1, '2025-03-01', '2025-03-04');
    expect(sayClosedRooms(tonight())).toBe('');
    expect(sayClosedRooms(tonight({ closures: [one] }))).toBe('1 room is closed until Tue 4 March.');
    expect(sayClosedRooms(tonight({ closures: [one, closed(2, '2025-02-01', '2025-03-03')] }))).toBe(
      '2 rooms are closed, the first until Mon 3 March.',
    );
  });
});

describe('who stays and who may not mix, without a name', () => {
  it('counts who is here, expected and held a bed', () => {
    expect(sayTaken(tonight({ stays: full }))).toBe(
      '2 young people are here, 1 is expected and 1 bed is held for an answer.',
    );
    expect(sayTaken(tonight({ stays: full.slice(0, 1) }))).toBe('1 young person is here.');
    expect(sayTaken(tonight({ stays: full.slice(2, 3) }))).toBe('1 young person is expected.');
    expect(sayTaken(tonight())).toBe('Nobody is here or expected tonight.');
  });

  it('says with how many nobody unknown has been assessed', () => {
    expect(sayMixing(tonight({ stays: full.slice(0, 2) }), false)).toEqual([
      'A young person nobody has assessed with the 2 who stay tonight needs a manager’s authority.',
      'The claim checks yours against everybody, and never says with whom.',
    ]);
    expect(sayMixing(tonight(), true)).toEqual([
      'Nobody else stays tonight, so there is nobody to be judged with.',
    ]);
  });

  it('knows what was judged of two who stay, each pair once', () => {
    const assessments = [judged('ann', 'dan', 'with-controls'), judged('ann', 'eve', 'not-together')];
    const { pairs } = tonight({ stays: full.slice(0, 3), assessments });
    expect(pairs.map(({ code, youngPersonId, peerId }) => [code, youngPersonId, peerId])).toEqual([
      ['not-together', 'ann', 'eve'],
      ['controls', 'ann', 'dan'],
      ['not-assessed', 'dan', 'eve'],
    ]);
  });
});

describe('the next arrival', () => {
  it('is a day and the usual time', () => {
    const facts = tonight({
      stays: [aStay('eve', 3, '2025-03-04', '2025-03-06'), aStay('fay', 4, '2025-03-05', '2025-03-06')],
    });
    expect(sayNextArrival(facts, '16:00', NOON)).toBe('1 young person is expected on Tue 4 March, from 4pm.');
  });

  it('is everybody of one day', () => {
    const facts = tonight({
      stays: [aStay('eve', 3, '2025-03-04', '2025-03-06'), aStay('fay', 4, '2025-03-04', '2025-03-06')],
    });
    expect(sayNextArrival(facts, '16:30', NOON)).toBe(
      '2 young people are expected on Tue 4 March, from 4:30pm.',
    );
  });

  it('is late when the time is past and nobody has come', () => {
    const facts = tonight({ stays: full });
    expect(sayNextArrival(facts, '16:00', new Date('2025-03-02T02:00:00Z'))).toBe(
      '1 young person, due on Sat 1 March, from 4pm: not here yet.',
    );
  });

  it('is nobody when only those stay who are here', () => {
    expect(sayNextArrival(tonight({ stays: full.slice(0, 2) }), '16:00', NOON)).toBe(
      'Nobody is expected in the next 14 nights.',
    );
  });
});
