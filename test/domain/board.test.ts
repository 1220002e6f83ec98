import fc from 'fast-check';
import { classifyBedNights } from '../../src/domain/bed-nights';
import { board } from '../../src/domain/board';
import { listNights } from '../../src/domain/nights';
import { aClosure, aLedger, aStay } from './a-ledger';
import { anyLedger } from './any-ledger';

const week = { from: '2026-06-08', to: '2026-06-15' };
const fourPlaces = (): number => 4;

const freeOf = (shown: ReturnType<typeof board>): number[] => shown.nights.map(({ free }) => free);

describe('The board', () => {
  it('shows every room on every night, with the stay that is in it', () => {
    const stay = aStay('2026-06-11', '2026-06-13', { room: '2', kind: 'emergency' });
    const shown = board(aLedger({ stays: [stay] }), week, [], fourPlaces);
    expect(shown).toMatchObject(week);
    expect(shown.rooms.map(({ id, nights }) => [id, nights.length])).toEqual([
      ['1', 7],
      ['2', 7],
      ['3', 7],
      ['4', 7],
    ]);
    expect(shown.rooms[1]?.nights[3]).toMatchObject({
      on: '2026-06-11',
      class: 'booked',
      stayId: stay.id,
      status: 'confirmed',
      kind: 'emergency',
    });
  });

  it('leaves a room without nights before it is registered', () => {
    const rooms = [{ id: '1', openFrom: '2026-06-20' }];
    expect(board(aLedger({ rooms }), week, [], fourPlaces).rooms).toEqual([{ id: '1', nights: [] }]);
  });

  it('has no beds free on nights that are past, and all that are empty from tonight on', () => {
    expect(freeOf(board(aLedger(), week, [], fourPlaces))).toEqual([0, 0, 4, 4, 4, 4, 4]);
  });

  it('has no bed free that is closed, held, or kept empty by a solo stay', () => {
    const stays = [
      aStay('2026-06-10', '2026-06-11', { status: 'held' }),
      aStay('2026-06-12', '2026-06-13', { solo: true }),
    ];
    const closures = [aClosure('2026-06-10', '2026-06-12', { roomId: '3' })];
    expect(freeOf(board(aLedger({ stays, closures }), week, [], fourPlaces)).slice(2)).toEqual([
      2, 3, 0, 4, 4,
    ]);
  });

  it('has none free beyond the registered places of the night', () => {
    const stays = [aStay('2026-06-10', '2026-06-15')];
    const fewer = board(aLedger({ stays }), week, [], (on) => (on < '2026-06-12' ? 4 : 2));
    expect(freeOf(fewer).slice(2)).toEqual([3, 3, 1, 1, 1]);
    expect(freeOf(board(aLedger({ stays }), week, [], () => 0)).slice(2)).toEqual([0, 0, 0, 0, 0]);
  });

  it('says on each night what must be settled', () => {
    const conflict = { code: 'not-together', nights: ['2026-06-11'], stayIds: ['one', 'other'] };
    const { nights } = board(aLedger(), week, [conflict], fourPlaces);
    expect(nights[3]?.conflicts).toEqual([{ code: 'not-together', stayIds: ['one', 'other'] }]);
    expect(nights[4]?.conflicts).toEqual([]);
  });

  it('shows the same bed-nights the reports count, and never more free than are void', () => {
    fc.assert(
      fc.property(anyLedger, fc.nat(5), ({ ledger, period }, places) => {
        const shown = board(ledger, period, [], () => places);
        const beds = classifyBedNights(ledger, period);
        expect(shown.rooms.flatMap(({ nights }) => nights)).toEqual(beds);
        expect(shown.nights.map(({ on }) => on)).toEqual(listNights(period));
        const tooMany = shown.nights.filter(({ on, free }) => {
          const empty = beds.filter((bed) => bed.on === on && bed.class === 'void').length;
          return free > (on < ledger.today ? 0 : Math.min(empty, places));
        });
        expect(tooMany).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
