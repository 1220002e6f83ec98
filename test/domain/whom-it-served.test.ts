import { AGE_GROUP_NAMES, ageGroupOf } from '../../src/domain/age-groups';
import { median } from '../../src/domain/bands';
import { classifyBedNights } from '../../src/domain/bed-nights';
import { ageOn } from '../../src/domain/calendar-date';
import { leadTimes } from '../../src/domain/lead-times';
import type { LedgerStay } from '../../src/domain/ledger';
import { requestOutcomes } from '../../src/domain/request-outcomes';
import type { RequestOnRecord, StayOnRecord } from '../../src/domain/use-records';
import { usedBy } from '../../src/domain/used-by';
import { aLedger, aStay } from './a-ledger';

const june = { from: '2026-06-01', to: '2026-07-01' };

const onRecord = (stay: LedgerStay, told: Partial<StayOnRecord> = {}): StayOnRecord => ({
  ...{ id: stay.id, youngPersonId: stay.youngPersonId, dateOfBirth: '2012-01-01' },
  ...{ support: null, requestedOn: '2026-05-01', ...told },
});

describe('Age groups', () => {
  it('are 8 to 10, 11 to 13, 14 to 16, and 17 or over', () => {
    expect([8, 10, 11, 13, 14, 16, 17, 18].map(ageGroupOf)).toEqual([
      ...['8 to 10', '8 to 10', '11 to 13', '11 to 13'],
      ...['14 to 16', '14 to 16', '17 or over', '17 or over'],
    ]);
    expect([0, 7].map(ageGroupOf)).toEqual(['Under 8', 'Under 8']);
  });

  it('count a night by the age on it, and a child once, by their first night', () => {
    const stay = aStay('2026-06-03', '2026-06-07', { status: 'completed' });
    const again = aStay('2026-06-08', '2026-06-09', {
      ...{ status: 'completed', youngPersonId: stay.youngPersonId, kind: 'emergency' },
    });
    const dateOfBirth = '2015-06-05';
    const groups = usedBy(
      classifyBedNights(aLedger({ stays: [again, stay] }), june),
      [stay, again].map((each) => onRecord(each, { dateOfBirth })),
      AGE_GROUP_NAMES,
      (record, on) => ageGroupOf(ageOn(record.dateOfBirth, on)),
    );
    const used = new Map(groups.map((each) => [each.group, each.used]));
    expect(used.get('8 to 10')).toEqual({ youngPeople: 1, stays: 1, nights: 2, emergencyNights: 0 });
    expect(used.get('11 to 13')).toEqual({ youngPeople: 0, stays: 1, nights: 3, emergencyNights: 1 });
  });
});

describe('Lead time', () => {
  it('runs from the day it was asked for to the first night, planned and emergencies apart', () => {
    const stays = [
      aStay('2026-06-03', '2026-06-04', { status: 'completed' }),
      aStay('2026-06-10', '2026-06-11', { room: '2' }),
      aStay('2026-06-05', '2026-06-06', { status: 'in-residence', kind: 'emergency' }),
    ];
    const asked = ['2026-06-01', '2026-05-13', '2026-06-06'];
    const records = stays.map((stay, index) => onRecord(stay, { requestedOn: asked[index] ?? '' }));
    const { planned, emergency, bands } = leadTimes(stays, records, june);
    expect(planned).toEqual({ stays: 2, days: 30, meanDays: 15, medianDays: 15 });
    expect(emergency).toEqual({ stays: 1, days: 0, meanDays: 0, medianDays: 0 });
    expect(bands.map(({ planned: some, emergency: others }) => [some, others])).toEqual([
      ...[
        [0, 1],
        [1, 0],
        [0, 0],
        [0, 0],
        [1, 0],
        [0, 0],
      ],
    ]);
  });

  it('leaves out what came to nothing, is only held, or began in another period', () => {
    const stays = [
      aStay('2026-06-03', '2026-06-04', { status: 'cancelled' }),
      aStay('2026-06-03', '2026-06-04', { status: 'held' }),
      aStay('2026-05-31', '2026-06-04', { status: 'completed' }),
    ];
    const { planned } = leadTimes(
      stays,
      stays.map((stay) => onRecord(stay)),
      june,
    );
    expect(planned).toEqual({ stays: 0, days: 0, meanDays: null, medianDays: null });
  });

  it('has a middle half-way between two', () => {
    expect([median([]), median([3]), median([9, 1]), median([9, 1, 2])]).toEqual([null, 3, 5, 2]);
  });
});

describe('Requests', () => {
  it('are each in one state, and those declined each for one reason', () => {
    const request = (told: Partial<RequestOnRecord>): RequestOnRecord => ({
      ...{ status: 'open', answerCode: null, nights: 2, youngPeople: 1, ...told },
    });
    const { all, byStatus, declined } = requestOutcomes([
      request({ status: 'placed', youngPeople: 3 }),
      request({ status: 'declined', answerCode: 'not-compatible' }),
      request({ status: 'declined', answerCode: 'not-compatible', nights: 5 }),
      request({ status: 'declined', answerCode: 'unit-closed' }),
      request({}),
    ]);
    expect(all).toEqual({ requests: 5, nights: 17 });
    expect(byStatus.find(({ status }) => status === 'placed')).toMatchObject({ requests: 1, nights: 6 });
    expect(byStatus.reduce((sum, { requests }) => sum + requests, 0)).toBe(5);
    expect(declined.filter(({ requests }) => requests > 0)).toEqual([
      { reason: 'not-compatible', requests: 2, nights: 7 },
      { reason: 'unit-closed', requests: 1, nights: 2 },
    ]);
  });
});
