import { ringFenceAhead, ringFenceChanges, type FenceRecord } from '../../src/domain/ring-fence';

const TONIGHT = '2026-03-11';

/** What the change of that minute wrote: beds kept for planned breaks, from a date on. */
function written(
  minute: number,
  ...kept: readonly (readonly [fromOn: string, kept: number])[]
): FenceRecord[] {
  return kept.map(([fromOn, keptForPlanned]) => ({
    fromOn,
    keptForPlanned,
    keptForEmergency: 0,
    displacement: 'with-authority',
    recordedAt: new Date(Date.UTC(2026, 2, 1, 12, minute)),
  }));
}

function told(records: readonly FenceRecord[]): string[] {
  return ringFenceChanges(records, TONIGHT).map(
    ({ record, until, state }) =>
      `${record.keptForPlanned} from ${record.fromOn}${until === null ? '' : ` until ${until}`}: ${state}`,
  );
}

const opened = written(0, ['1900-01-01', 0]);

describe('the history of the ring-fence', () => {
  it('keeps a change that another for the same date superseded', () => {
    expect(told([...opened, ...written(1, ['2026-03-11', 2]), ...written(2, ['2026-03-11', 1])])).toEqual([
      '1 from 2026-03-11: in-force',
      '2 from 2026-03-11: superseded',
      '0 from 1900-01-01: over',
    ]);
  });

  it('gives the nights after a time back to whoever decided before', () => {
    const forATime = written(2, ['2026-03-01', 3], ['2026-03-10', 1]);
    expect(told([...opened, ...written(1, ['2026-02-01', 1]), ...forATime])).toEqual([
      '3 from 2026-03-01 until 2026-03-10: over',
      '1 from 2026-02-01: in-force',
      '0 from 1900-01-01: over',
    ]);
  });

  it('takes no record for a decision that only carried the ring-fence along', () => {
    expect(told([...opened, ...written(1, ['2026-03-01', 2]), ...written(2, ['2026-03-05', 2])])).toEqual([
      '2 from 2026-03-01: in-force',
      '0 from 1900-01-01: over',
    ]);
  });

  it('takes a change carried into later records for one', () => {
    const later = written(1, ['2026-06-01', 0]);
    expect(told([...opened, ...later, ...written(2, ['2026-03-20', 2], ['2026-06-01', 2])])).toEqual([
      '2 from 2026-03-20: to-come',
      '0 from 1900-01-01: in-force',
    ]);
  });

  it('tells two changes of one instant apart', () => {
    expect(told([...opened, ...written(1, ['2026-03-01', 2]), ...written(1, ['2026-03-01', 1])])).toEqual([
      '1 from 2026-03-01: in-force',
      '2 from 2026-03-01: superseded',
      '0 from 1900-01-01: over',
    ]);
  });

  it('says from which nights it will be another', () => {
    const ahead = written(1, ['2026-03-11', 1], ['2026-04-01', 1], ['2026-05-01', 2], ['2026-06-01', 2]);
    expect(ringFenceAhead([...opened, ...ahead], TONIGHT).map(({ fromOn }) => fromOn)).toEqual([
      '2026-05-01',
    ]);
  });
});
