import fc from 'fast-check';
import { classifyBedNights, type BedNight } from '../../src/domain/bed-nights';
import { countNights } from '../../src/domain/nights';
import { occupancy, type Occupancy } from '../../src/domain/occupancy';
import { aClosure, aLedger, aStay } from './a-ledger';
import { aYearUsed, pilotContract, pilotYear } from './a-year';
import { anyLedger } from './any-ledger';

const always = { ...pilotContract, startsOn: '2020-01-01', endsOn: '2030-01-01' };
const three = { from: '2026-06-01', to: '2026-06-04' };

const totalOf = (beds: readonly BedNight[], period = three): Occupancy =>
  occupancy(beds, [always], period).total;

/** Every count of a report, by a name such as `classes.void`. */
function counts(row: Occupancy): Map<string, number> {
  const { classes, closedByKind, voidByLoss, cancelledLateBy } = row;
  const groups = { classes, closedByKind, voidByLoss, cancelledLateBy };
  return new Map([
    ...Object.entries(groups).flatMap(([name, group]) =>
      Object.entries(group).map(([key, count]): [string, number] => [`${name}.${key}`, count]),
    ),
    ['physicalNights', row.physicalNights],
    ['commissioned hundredths', Math.round(row.commissionedNights * 100)],
    ['occupiedPlanned', row.occupiedPlanned],
    ['occupiedEmergency', row.occupiedEmergency],
    ['occupiedSibling', row.occupiedSibling],
  ]);
}

const sum = (group: object): number =>
  Object.values(group).reduce((total: number, one) => total + Number(one), 0);

describe('Occupancy', () => {
  it('of the pilot’s year is 756 of 1,440 commissioned and of 1,464 physical', () => {
    const { total, periods } = occupancy(aYearUsed(756), [pilotContract], pilotYear);
    expect(total).toMatchObject({
      ...pilotYear,
      commissionedNights: 1440,
      physicalNights: 1464,
      classes: { occupied: 756, booked: 0, held: 0, soloBlocked: 0, closed: 0, void: 708 },
      occupiedPlanned: 756,
      occupancy: 0.525,
      effectiveOccupancy: 0.5164,
    });
    expect(periods).toEqual([total]);
  });

  it('by month adds up to the year it is cut from', () => {
    const { total, periods } = occupancy(aYearUsed(756), [pilotContract], pilotYear, 'month');
    expect(periods.map(({ commissionedNights }) => commissionedNights).slice(0, 8)).toEqual([
      121.97, 121.97, 118.03, 121.97, 118.03, 121.97, 121.97, 114.1,
    ]);
    expect(Math.round(periods.reduce((nights, month) => nights + month.commissionedNights, 0) * 100)).toBe(
      144_000,
    );
    expect(periods).toHaveLength(12);
    expect(total.commissionedNights).toBe(1440);
  });

  it('counts out closed and solo-blocked beds only where it is called effective', () => {
    const stays = [aStay('2026-06-01', '2026-06-02', { status: 'completed', solo: true })];
    const closures = [
      aClosure('2026-06-02', '2026-06-04', { roomId: null, kind: 'staffing' }),
      aClosure('2026-06-01', '2026-06-02', { roomId: '2' }),
    ];
    const total = totalOf(classifyBedNights(aLedger({ stays, closures }), three));
    expect(total.classes).toEqual({ occupied: 1, booked: 0, held: 0, soloBlocked: 2, closed: 9, void: 0 });
    expect(total.closedByKind).toEqual({ planned: 0, repair: 1, staffing: 8 });
    expect(total).toMatchObject({ occupancy: 0.0845, effectiveOccupancy: 1 });
  });

  it('tells planned from emergency, siblings, and what each void lost and through whom', () => {
    const stays = [
      aStay('2026-06-01', '2026-06-02', { status: 'completed', familyId: 'a family' }),
      aStay('2026-06-01', '2026-06-02', {
        status: 'completed',
        familyId: 'a family',
        kind: 'emergency',
        room: '2',
      }),
      aStay('2026-06-02', '2026-06-03', {
        status: 'cancelled',
        endedOn: '2026-06-01',
        endedBy: 'young-person',
      }),
      aStay('2026-06-02', '2026-06-03', { status: 'cancelled', endedOn: '2026-06-01', room: '2' }),
      aStay('2026-06-03', '2026-06-04', { status: 'displaced' }),
    ];
    const total = totalOf(classifyBedNights(aLedger({ stays }), three));
    expect(total).toMatchObject({ occupiedPlanned: 1, occupiedEmergency: 1, occupiedSibling: 2 });
    expect(total.voidByLoss).toMatchObject({ cancelledLate: 2, displaced: 1, neverAskedFor: 7 });
    expect(total.cancelledLateBy).toMatchObject({ youngPerson: 1, notSaid: 1, family: 0 });
  });

  it('is no number where nothing was commissioned or no bed could be used', () => {
    const { total } = occupancy([], [], three);
    expect(total).toMatchObject({ commissionedNights: 0, occupancy: null, effectiveOccupancy: null });
  });

  it('leaves out bed-nights of other periods', () => {
    const year = classifyBedNights(aLedger(), { from: '2026-01-01', to: '2027-01-01' });
    expect(totalOf(year).physicalNights).toBe(12);
  });

  it('puts every bed-night in one class, and its parts add up to the whole', () => {
    fc.assert(
      fc.property(anyLedger, fc.constantFrom('month', 'week'), ({ ledger, period }, by) => {
        const rooms = ledger.rooms.map(({ openFrom }) =>
          countNights({ from: openFrom && openFrom > period.from ? openFrom : period.from, to: period.to }),
        );
        const { total, periods } = occupancy(classifyBedNights(ledger, period), [always], period, by);
        expect(total.physicalNights).toBe(sum(rooms));
        for (const row of [total, ...periods]) {
          expect([
            sum(row.classes),
            row.occupiedPlanned + row.occupiedEmergency,
            sum(row.closedByKind),
            sum(row.voidByLoss),
            sum(row.cancelledLateBy),
          ]).toEqual([
            row.physicalNights,
            row.classes.occupied,
            row.classes.closed,
            row.classes.void,
            row.voidByLoss.cancelledLate,
          ]);
        }
        const rows = periods.map(counts);
        const added = [...counts(total).keys()].map((name): [string, number] => [
          name,
          rows.reduce((whole, row) => whole + (row.get(name) ?? 0), 0),
        ]);
        expect(added).toEqual([...counts(total)]);
      }),
      { numRuns: 1000 },
    );
  });
});
