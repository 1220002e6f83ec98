import type { EmergencyWay, Harm } from './emergency-way';
import { DATES_COUNTED } from './re-dating';
import { sayCount, sayNightCount } from './say-numbers';

type Told = Pick<EmergencyWay, 'kind' | 'displaced' | 'moved' | 'redated' | 'findings' | 'harm'>;

/** What this way does to others, in one sentence without a name. */
export function sayWay({ kind, displaced, moved, redated, findings, harm }: Told): string {
  switch (kind) {
    case 'free-bed':
      return findings.some(({ code }) => code === 'room-move')
        ? 'Nobody loses a bed, but no room is free the whole time: the young person changes rooms.'
        : 'Nobody loses a bed.';
    case 'rooms-moved':
      return `Nobody loses a bed: ${sayBreaks(moved.length)} not begun yet ${moved.length === 1 ? 'has another room' : 'have other rooms'}.`;
    case 'dates-moved':
      return `Nobody loses a break: ${sayCost(redated.length, harm)}, ${redated.length === 1 ? 'moves' : 'move'} to other dates the ${redated.length === 1 ? 'family' : 'families'} asked for.`;
    case 'displacement':
      return capital(`${sayCost(displaced.length, harm)}, ${sayLoss(displaced.length, harm)}.`);
  }
}

function sayBreaks(count: number): string {
  return count === 1 ? 'one planned break' : `${sayCount(count)} planned breaks`;
}

function sayCost(count: number, { nights, noticeNights }: Harm): string {
  const length = count === 1 ? sayNightCount(nights) : `${sayNightCount(nights)} in all`;
  return `${sayBreaks(count)} of ${length}, ${count === 1 ? '' : 'the first '}${sayNotice(noticeNights ?? 0)}`;
}

function sayNotice(nights: number): string {
  return nights === 0 ? 'beginning today' : `${sayNightCount(nights)} ahead`;
}

function sayLoss(count: number, { displacedBefore, datesLeft }: Harm): string {
  const before = displacedBefore > 0 ? ', not for the first time' : '';
  const again = count === 1 ? sayDates(datesLeft ?? 0) : sayDatesOfEach(datesLeft ?? 0);
  return `${count === 1 ? 'loses its bed' : 'lose their beds'}${before}; ${again}`;
}

function sayDates(dates: number): string {
  if (dates === 0) return 'it can be had again on no date in the 13 weeks after';
  return `it can be had again on ${sayDateCount(dates)}`;
}

/** The count is of whoever finds fewest. */
function sayDatesOfEach(dates: number): string {
  if (dates === 0) return 'not all can be had again in the 13 weeks after';
  return `each can be had again on ${dates < DATES_COUNTED ? 'at least ' : ''}${sayDateCount(dates)}`;
}

function sayDateCount(dates: number): string {
  if (dates >= DATES_COUNTED) return `${sayCount(DATES_COUNTED)} other dates or more`;
  return dates === 1 ? '1 other date' : `${sayCount(dates)} other dates`;
}

function capital(sentence: string): string {
  return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}`;
}
