import fc from 'fast-check';
import { emergencyEndsAt } from '../../src/domain/emergency-deadlines';
import { rungsReached, RUNGS, sayRung, type EmergencyStay } from '../../src/domain/overstay-ladder';

const at = (iso: string): Date => new Date(iso);

const settings = { overstayHours: 72, overstayNights: 7, overstayFurtherNights: 14, nightRollsAt: '09:00' };

/** Came at half past nine on Monday 9 March 2026, for that night. */
const stay: EmergencyStay = {
  arrivedAt: at('2026-03-09T21:30:00Z'),
  night: '2026-03-09',
  endsAt: emergencyEndsAt('2026-03-09'),
  departedAt: null,
};

const reached = (now: string, also: Partial<EmergencyStay> = {}) =>
  rungsReached({ ...stay, ...also }, settings, at(now)).map(({ name }) => name);

describe('the overstay ladder', () => {
  it('goes from the manager to the service manager to the responsible individual', () => {
    expect(rungsReached(stay, settings, at('2026-04-01T12:00:00Z'))).toEqual([
      {
        name: 'past-end',
        reachedAt: at('2026-03-10T17:00:00Z'),
        owner: { words: 'Registered manager', role: 'manager' },
      },
      {
        name: 'hours',
        reachedAt: at('2026-03-12T21:30:00Z'),
        owner: { words: 'Registered manager', role: 'manager' },
      },
      {
        name: 'nights',
        reachedAt: at('2026-03-16T09:00:00Z'),
        owner: { words: 'Service manager', role: 'service-manager' },
      },
      {
        name: 'further-nights',
        reachedAt: at('2026-03-23T09:00:00Z'),
        owner: { words: 'Responsible individual', role: 'service-manager' },
      },
    ]);
  });

  it('is climbed rung by rung, each at its instant and not a minute before', () => {
    expect(reached('2026-03-10T16:59:00Z')).toEqual([]);
    expect(reached('2026-03-10T17:00:00Z')).toEqual(['past-end']);
    expect(reached('2026-03-12T21:29:00Z')).toEqual(['past-end']);
    expect(reached('2026-03-12T21:30:00Z')).toEqual(['past-end', 'hours']);
    expect(reached('2026-03-16T08:59:00Z')).toEqual(['past-end', 'hours']);
    expect(reached('2026-03-16T09:00:00Z')).toEqual(['past-end', 'hours', 'nights']);
    expect(reached('2026-03-23T09:00:00Z')).toEqual([...RUNGS]);
  });

  it('is climbed by an agreed longer stay too: the end comes later, the hours and nights do not', () => {
    const longer = { endsAt: at('2026-03-20T17:00:00Z') };
    expect(reached('2026-03-12T21:30:00Z', longer)).toEqual(['hours']);
    expect(reached('2026-03-20T17:00:00Z', longer)).toEqual(['hours', 'nights', 'past-end']);
  });

  it('ends when they leave, and does not begin before they come', () => {
    const left = { departedAt: at('2026-03-11T10:00:00Z') };
    expect(reached('2026-04-01T12:00:00Z', left)).toEqual(['past-end']);
    expect(reached('2026-04-01T12:00:00Z', { departedAt: at('2026-03-10T15:00:00Z') })).toEqual([]);
    expect(reached('2026-04-01T12:00:00Z', { arrivedAt: null })).toEqual([]);
  });

  it('counts 72 elapsed hours over both clock changes, and nights by the clock', () => {
    const spring = {
      arrivedAt: at('2026-03-28T22:00:00Z'),
      night: '2026-03-28',
      endsAt: emergencyEndsAt('2026-03-28'),
    };
    expect(
      rungsReached({ ...stay, ...spring }, settings, at('2026-05-01T12:00:00Z')).map(
        (rung) => rung.reachedAt,
      ),
    ).toEqual(
      ['2026-03-30T16:00:00Z', '2026-03-31T22:00:00Z', '2026-04-04T08:00:00Z', '2026-04-11T08:00:00Z'].map(
        at,
      ),
    );
    const autumn = {
      arrivedAt: at('2026-10-24T21:00:00Z'),
      night: '2026-10-24',
      endsAt: emergencyEndsAt('2026-10-24'),
    };
    expect(
      rungsReached({ ...stay, ...autumn }, settings, at('2026-12-01T12:00:00Z')).map(
        (rung) => rung.reachedAt,
      ),
    ).toEqual(
      ['2026-10-26T17:00:00Z', '2026-10-27T21:00:00Z', '2026-10-31T09:00:00Z', '2026-11-07T09:00:00Z'].map(
        at,
      ),
    );
  });

  it('stands where the unit has set it', () => {
    const sooner = { ...settings, overstayHours: 24, overstayNights: 2, overstayFurtherNights: 3 };
    const rungs = rungsReached(stay, sooner, at('2026-03-12T09:00:00Z'));
    expect(rungs.map(({ name }) => name)).toEqual(['past-end', 'hours', 'nights', 'further-nights']);
    expect(RUNGS.map((name) => sayRung(name, sooner)).join(' ')).toMatch(/24 hours.*2 nights.*3 nights/);
  });

  it('never takes a rung back as time goes on', () => {
    const minutes = fc.integer({ min: 0, max: 30 * 24 * 60 });
    fc.assert(
      fc.property(minutes, minutes, (one, other) => {
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)].map((count) =>
          rungsReached(stay, settings, new Date(at('2026-03-09T21:30:00Z').getTime() + count * 60_000)),
        );
        expect(later?.slice(0, earlier?.length)).toEqual(earlier);
      }),
    );
  });
});
