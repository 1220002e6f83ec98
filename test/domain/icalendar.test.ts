import fc from 'fast-check';
import { feedPeriod, isToBeNoted, runsOutAt } from '../../src/domain/calendar-feed';
import { icalendar, type CalendarEvent } from '../../src/domain/icalendar';
import { stayEvent, type StayOnCalendar } from '../../src/domain/stay-event';
import { STAY_STATUSES } from '../../src/domain/diary';
import { readCalendar } from '../support/icalendar';

const stay: StayOnCalendar = {
  uid: 'one@short-breaks',
  initials: 'A.B.',
  unitName: 'Larch House',
  room: 'Room 2, Ocean',
  nights: { from: '2026-03-27', to: '2026-03-30' },
  status: 'confirmed',
  changes: 2,
  changedAt: new Date('2026-03-11T12:34:56.789Z'),
};
const event = (told: Partial<StayOnCalendar> = {}): CalendarEvent => stayEvent({ ...stay, ...told });
const read = (...events: CalendarEvent[]) => readCalendar(icalendar('Short breaks', events));

describe('a stay in a calendar', () => {
  it('is whole days from arrival to the last night, its end exclusive, also over a change of the clocks', () => {
    expect(read(event())).toEqual([
      {
        UID: 'one@short-breaks',
        DTSTAMP: '20260311T123456Z',
        'LAST-MODIFIED': '20260311T123456Z',
        SEQUENCE: '2',
        'DTSTART;VALUE=DATE': '20260327',
        'DTEND;VALUE=DATE': '20260330',
        SUMMARY: 'A.B.',
        LOCATION: 'Larch House, Room 2, Ocean',
        DESCRIPTION: 'Confirmed. Leaves on Mon 30 March 2026.',
        STATUS: 'CONFIRMED',
        TRANSP: 'TRANSPARENT',
        CLASS: 'PRIVATE',
      },
    ]);
  });

  it('says what was cancelled as such, in its title too, and what is only held as not sure', () => {
    const said = STAY_STATUSES.map((status) => {
      const [each] = read(event({ status }));
      return [status, each?.['STATUS'], each?.['SUMMARY']];
    });
    expect(said).toEqual([
      ['held', 'TENTATIVE', 'Held: A.B.'],
      ['confirmed', 'CONFIRMED', 'A.B.'],
      ['in-residence', 'CONFIRMED', 'A.B.'],
      ['completed', 'CONFIRMED', 'A.B.'],
      ['cancelled', 'CANCELLED', 'Cancelled: A.B.'],
      ['displaced', 'CANCELLED', 'Displaced: A.B.'],
      ['not-arrived', 'CANCELLED', 'Did not arrive: A.B.'],
    ]);
  });

  it('of no night has one day and no end, which could not be before it', () => {
    const [each] = read(event({ nights: { from: '2026-03-27', to: '2026-03-27' }, status: 'completed' }));
    expect(each).toMatchObject({ 'DTSTART;VALUE=DATE': '20260327' });
    expect(each).not.toHaveProperty('DTEND;VALUE=DATE');
  });

  it('without a room that may be told is at the unit', () => {
    expect(read(event({ room: null }))[0]).toMatchObject({ LOCATION: 'Larch House' });
  });
});

describe('the file', () => {
  it('is one calendar without events when there are none', () => {
    expect(read()).toEqual([]);
  });

  it('keeps whatever text it is given, in lines no calendar refuses', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(text, (location) => {
        const wanted = location.replace(/\r\n|[\r\n\u2028\u2029]/g, '\n').replace(/(?!\n)\p{Cc}/gu, '');
        expect(read({ ...event(), location })[0]?.['LOCATION']).toBe(wanted);
      }),
    );
  });

  it('lets no text begin a line or another property', () => {
    const [each] = read({ ...event(), summary: 'A\r\nEND:VEVENT\nX-EVIL:1;2,3\\n' });
    expect(each?.['SUMMARY']).toBe('A\nEND:VEVENT\nX-EVIL:1;2,3\\n');
  });

  it('cuts no character in two where it folds a line', () => {
    const location = `${'é'.repeat(40)}${'👩‍👧'.repeat(20)}`;
    expect(read({ ...event(), location })[0]?.['LOCATION']).toBe(location);
  });
});

describe('a feed', () => {
  it('tells of 13 weeks back and 53 ahead', () => {
    expect(feedPeriod('2026-03-11')).toEqual({ from: '2025-12-10', to: '2027-03-17' });
  });

  it('runs out after 26 weeks', () => {
    expect(runsOutAt(new Date('2026-03-11T12:00:00Z'))).toEqual(new Date('2026-09-09T12:00:00Z'));
  });

  it('is written down once an hour', () => {
    const now = new Date('2026-03-11T12:00:00Z');
    expect(isToBeNoted(null, now)).toBe(true);
    expect(isToBeNoted(new Date('2026-03-11T11:00:01Z'), now)).toBe(false);
    expect(isToBeNoted(new Date('2026-03-11T11:00:00Z'), now)).toBe(true);
  });
});
