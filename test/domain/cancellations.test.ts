import fc from 'fast-check';
import { classifyBedNights } from '../../src/domain/bed-nights';
import { cancellations, type GivenUp } from '../../src/domain/cancellations';
import type { Ledger } from '../../src/domain/ledger';
import { includesNight } from '../../src/domain/nights';
import { aLedger, aStay } from './a-ledger';
import { anyLedger } from './any-ledger';

const june = { from: '2026-06-01', to: '2026-07-01' };

const rowsOf = (ledger: Ledger): ReadonlyMap<string, GivenUp> =>
  new Map(cancellations(ledger, classifyBedNights(ledger, june), june, () => 7).map((row) => [row.by, row]));

const cancelled = (from: string, to: string, endedOn: string, told: Parameters<typeof aStay>[2] = {}) =>
  aStay(from, to, { status: 'cancelled', endedBy: 'family', endedOn, ...told });

describe('Who gave a stay up', () => {
  it('is told by the notice they gave: from the day they said so to the first night', () => {
    const stays = [
      cancelled('2026-06-20', '2026-06-22', '2026-05-20'),
      cancelled('2026-06-20', '2026-06-22', '2026-06-13'),
      cancelled('2026-06-20', '2026-06-23', '2026-06-14'),
      cancelled('2026-06-20', '2026-06-21', '2026-06-20'),
    ];
    expect(rowsOf(aLedger({ stays })).get('family')).toMatchObject({
      ...{ stays: 4, nights: 8, byNotice: [1, 1, 1, 1], late: 2 },
    });
  });

  it('is an emergency for a displaced stay, and nobody who gave notice for one that did not arrive', () => {
    const stays = [
      aStay('2026-06-05', '2026-06-07', { status: 'displaced', endedOn: '2026-06-04', endedBy: 'emergency' }),
      aStay('2026-06-08', '2026-06-09', { status: 'not-arrived', endedOn: '2026-06-08' }),
      cancelled('2026-06-20', '2026-06-22', '2026-06-01', { endedBy: null }),
    ];
    const rows = rowsOf(aLedger({ stays }));
    expect(rows.get('emergency')).toMatchObject({ stays: 1, byNotice: [0, 0, 1, 0] });
    expect(rows.get('not-arrived')).toMatchObject({ stays: 1, byNotice: [0, 0, 0, 1], late: 1 });
    expect(rows.get('not-said')).toMatchObject({ stays: 1, byNotice: [0, 1, 0, 0], late: 0 });
  });

  it('freed the bed-nights that had a room, of which some were used again', () => {
    const stays = [
      cancelled('2026-06-02', '2026-06-06', '2026-05-01'),
      cancelled('2026-06-02', '2026-06-06', '2026-05-01', { room: null }),
      aStay('2026-06-03', '2026-06-05', { status: 'completed' }),
    ];
    expect(rowsOf(aLedger({ stays })).get('family')).toMatchObject({
      ...{ stays: 2, nights: 8, freedNights: 4, usedAgain: 2 },
    });
  });

  it('counts a stay in the period of its first night alone', () => {
    const stays = [
      cancelled('2026-05-31', '2026-06-03', '2026-05-01'),
      cancelled('2026-06-30', '2026-07-03', '2026-05-01'),
    ];
    expect(rowsOf(aLedger({ stays })).get('family')).toMatchObject({ stays: 1, nights: 3, freedNights: 1 });
  });

  it('adds up: every stay once, every notice once, and no more used again than freed', () => {
    fc.assert(
      fc.property(anyLedger, ({ ledger, period }) => {
        const rows = cancellations(ledger, classifyBedNights(ledger, period), period, () => 7);
        const given = ledger.stays.filter(
          ({ status, nights }) =>
            ['cancelled', 'displaced', 'not-arrived'].includes(status) && includesNight(period, nights.from),
        );
        expect(rows.reduce((sum, { stays }) => sum + stays, 0)).toBe(given.length);
        for (const { stays, byNotice, late, freedNights, usedAgain } of rows) {
          expect(byNotice.reduce((sum, count) => sum + count, 0)).toBe(stays);
          expect(late).toBeLessThanOrEqual(stays);
          expect(usedAgain).toBeLessThanOrEqual(freedNights);
        }
      }),
    );
  });
});
