import type { EmergencyFigures } from '../domain/emergency-figures';
import { formatPounds } from '../domain/money';
import { sayCount, sayNightCount, sayShare } from '../domain/say-numbers';
import { emergencyRows } from './emergency-rows.view';

/** The emergencies of a period, what they cost others, and how long those waited; counts only, nobody named. */
export function emergenciesView(figures: EmergencyFigures) {
  const { emergencies, displacedStays, plannedNightsLost } = figures;
  const nothing = [emergencies.begun, emergencies.neverCame, emergencies.nights, displacedStays.stays];
  return {
    sentences: [
      sayEmergencies(figures),
      sayOverstays(figures),
      sayDisplaced(figures),
      sayWaiting(figures),
    ].filter((sentence) => sentence !== ''),
    isEmpty: [...nothing, plannedNightsLost.nights].every((count) => count === 0),
    rows: emergencyRows(figures),
  };
}

function sayEmergencies({ emergencies, costPerNightPence }: EmergencyFigures): string {
  const { begun, neverCame, nights, occupiedNights, shareOfOccupied, costPence } = emergencies;
  const began = `${begun === 0 ? 'No emergency stay' : counted(begun, 'emergency stay', 'emergency stays')} began`;
  const others = neverCame > 0 ? `, and ${sayCount(neverCame)} more ended before anybody came` : '';
  if (nights === 0) return `${began}${others}. No bed-night went to an emergency.`;
  const share =
    shareOfOccupied === null
      ? ''
      : `: ${sayCount(nights)} ÷ ${sayCount(occupiedNights)} occupied = ${sayShare(shareOfOccupied)}`;
  const price =
    costPence === null || costPerNightPence === null ? '' : ` They cost ${formatPounds(costPence)}.`;
  return `${began}${others}. Emergencies used ${bedNights(nights)}${share}.${price}`;
}

function sayDisplaced({ displacedStays }: EmergencyFigures): string {
  const { stays, youngPeople, nights, noticeNights, meanNoticeNights } = displacedStays;
  if (stays === 0) return 'No planned stay was displaced.';
  const who = counted(youngPeople, 'young person', 'young people');
  const notice = `${sayNightCount(meanNoticeNights ?? 0)} of notice on average: ${sayCount(noticeNights)} ÷ ${sayCount(stays)}`;
  return `${counted(stays, 'planned stay', 'planned stays')} of ${who} lost ${stays === 1 ? 'its bed' : 'their beds'}, and ${sayNightCount(nights)}, with ${notice}.`;
}

function sayWaiting({ displacedStays, reDated }: EmergencyFigures): string {
  if (displacedStays.stays === 0) return '';
  const { stays, days, meanDays, longestDays, stillWaiting, longestWaitDays, withoutOtherDates } = reDated;
  const placed =
    meanDays === null
      ? 'None has been given other dates yet.'
      : `${sayCount(stays)} ${stays === 1 ? 'has' : 'have'} other dates, after ${sayDays(meanDays)} on average: ${sayCount(days)} ÷ ${sayCount(stays)}; the longest took ${sayDays(longestDays ?? 0)}.`;
  const waiting =
    stillWaiting === 0
      ? ''
      : ` ${sayCount(stillWaiting)} still ${stillWaiting === 1 ? 'waits' : 'wait'}, for up to ${sayDays(longestWaitDays ?? 0)} so far.`;
  const ended =
    withoutOtherDates === 0
      ? ''
      : ` For ${sayCount(withoutOtherDates)}, the request for other dates was withdrawn or declined.`;
  return `${placed}${waiting}${ended}`;
}

function sayOverstays({ overstays, emergencies }: EmergencyFigures): string {
  const { stays, nights, shareOfEmergencyNights } = overstays;
  if (stays === 0) return emergencies.nights === 0 ? '' : 'No emergency stay went past its end.';
  const share =
    shareOfEmergencyNights === null || nights === 0
      ? ''
      : `: ${sayCount(nights)} ÷ ${sayCount(emergencies.nights)} emergency bed-nights = ${sayShare(shareOfEmergencyNights)}`;
  return `${counted(stays, 'emergency stay', 'emergency stays')} went past ${stays === 1 ? 'its' : 'their'} end, by ${bedNights(nights)}${share}.`;
}

function sayDays(count: number): string {
  return counted(count, 'day', 'days');
}

function bedNights(count: number): string {
  return counted(count, 'bed-night', 'bed-nights');
}

function counted(count: number, one: string, many: string): string {
  return `${sayCount(count)} ${count === 1 ? one : many}`;
}
