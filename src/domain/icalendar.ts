import type { CalendarDate } from './calendar-date';

/** Something that fills whole days, as calendars read it (RFC 5545). */
export interface CalendarEvent {
  /** The same for the same thing for ever. */
  readonly uid: string;
  readonly firstOn: CalendarDate;
  /** The day after the last; `null` for one day. */
  readonly endsOn: CalendarDate | null;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  /** Grows with every change. */
  readonly sequence: number;
  readonly changedAt: Date;
}

const LONGEST_LINE = 75;
const CRLF = '\r\n';
const octets = new TextEncoder();

/** The whole file. Without METHOD, so that DTSTAMP is when something changed last, and what is the same reads the same. */
export function icalendar(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Short breaks//Stays//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...events.flatMap(linesOf),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}${CRLF}`).join('');
}

function linesOf(event: CalendarEvent): string[] {
  const { uid, firstOn, endsOn, summary, location, description, status, sequence, changedAt } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${inUtc(changedAt)}`,
    `LAST-MODIFIED:${inUtc(changedAt)}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${compact(firstOn)}`,
    ...(endsOn === null ? [] : [`DTEND;VALUE=DATE:${compact(endsOn)}`]),
    `SUMMARY:${escaped(summary)}`,
    `LOCATION:${escaped(location)}`,
    `DESCRIPTION:${escaped(description)}`,
    `STATUS:${status}`,
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    'END:VEVENT',
  ];
}

/** As a value of text: nothing in it can end the line or begin another. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** No line longer than 75 octets; what goes on begins with a space, and no character is cut in two. */
function folded(line: string): string {
  const lines = [''];
  let length = 0;
  for (const character of line) {
    const size = octets.encode(character).length;
    if (length + size > LONGEST_LINE) {
      lines.push(' ');
      length = 1;
    }
    lines.push(`${lines.pop() ?? ''}${character}`);
    length += size;
  }
  return lines.join(CRLF);
}

function compact(date: CalendarDate): string {
  return date.replaceAll('-', '');
}

function inUtc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}
