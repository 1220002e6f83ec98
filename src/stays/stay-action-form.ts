import { ENDED_BY } from '../domain/ledger';
import { clockTime, londonDate, londonInstant } from '../domain/london';
import { wrongDate, wrongText, wrongTime } from '../platform/form-checks';
import { Misshapen, type FieldError } from '../platform/problem';
import { isId, typed, type SentForm } from '../platform/sent-form';
import { givenIn } from '../platform/given-form';
import type {
  ArrivalDto,
  CancellationDto,
  DepartureDto,
  NewDatesDto,
  NewRoomForStayDto,
  NonArrivalDto,
  SwapDto,
} from './stay.dto';

/** What was typed into the forms of a stay, as the services take it. Each @throws Misshapen, at every field at once. */

const LONGEST = { destination: 500, reason: 2000, summary: 4000 };

/** A button for what happens this moment asks for no day and time: they are those of now. */
export function atOnce(sent: SentForm, now: Date): SentForm {
  return typed(sent, 'when') === 'now' ? { ...sent, on: londonDate(now), at: clockTime(now) } : sent;
}

export function arrivalIn(sent: SentForm): ArrivalDto {
  refuse(whenErrors(sent));
  return { at: instantIn(sent) };
}

export function departureIn(sent: SentForm): DepartureDto {
  refuse([
    ...whenErrors(sent),
    ...wordsErrors(sent, 'destination', 'Say where they went.'),
    ...wordsErrors(sent, 'summary', 'Say how the stay went, in a sentence or two.'),
  ]);
  return { at: instantIn(sent), destination: typed(sent, 'destination'), summary: typed(sent, 'summary') };
}

export function cancellationIn(sent: SentForm): CancellationDto {
  const by = ENDED_BY.find((each) => each === typed(sent, 'by'));
  const reason = wordsErrors(sent, 'reason', 'Say why the stay is cancelled.');
  if (!by) throw new Misshapen([{ pointer: '/by', detail: 'Choose who cancels.' }, ...reason]);
  refuse(reason);
  return { by, reason: typed(sent, 'reason') };
}

export function nonArrivalIn(sent: SentForm): NonArrivalDto {
  const reason = typed(sent, 'reason');
  refuse(reason ? wordsErrors(sent, 'reason', '') : []);
  return { reason };
}

export function datesIn(sent: SentForm): NewDatesDto {
  const [arrivesOn, departsOn] = [typed(sent, 'arrivesOn'), typed(sent, 'departsOn')];
  refuse([
    ...wrongDate({ name: 'arrivesOn', value: arrivesOn, ask: 'Enter the day they arrive.' }),
    ...wrongDate({ name: 'departsOn', value: departsOn, ask: 'Enter the day they leave.' }),
  ]);
  return { arrivesOn, departsOn, ...givenIn(sent) };
}

export function roomIn(sent: SentForm): NewRoomForStayDto {
  const roomId = typed(sent, 'roomId').toLowerCase();
  refuse(isId(roomId) ? [] : [{ pointer: '/roomId', detail: 'Choose a room.' }]);
  return { roomId, ...givenIn(sent) };
}

export function swapIn(sent: SentForm): SwapDto {
  const withStayId = typed(sent, 'withStayId').toLowerCase();
  refuse(isId(withStayId) ? [] : [{ pointer: '/withStayId', detail: 'Choose the stay to swap rooms with.' }]);
  return { withStayId, ...givenIn(sent) };
}

/** The row version the form was drawn from; without one, whatever it is now. */
export function readAt(sent: SentForm): { readAt?: number } {
  const version = typed(sent, 'version');
  return /^\d{1,9}$/.test(version) ? { readAt: Number(version) } : {};
}

/** Typed as a clock in London shows it. */
function instantIn(sent: SentForm): string {
  return londonInstant(typed(sent, 'on'), typed(sent, 'at')).toISOString();
}

function whenErrors(sent: SentForm): FieldError[] {
  return [
    ...wrongDate({ name: 'on', value: typed(sent, 'on'), ask: 'Enter the day.' }),
    ...wrongTime({ name: 'at', value: typed(sent, 'at'), ask: 'Enter the time, such as 16:40.' }),
  ];
}

function wordsErrors(sent: SentForm, name: keyof typeof LONGEST, ask: string): FieldError[] {
  return wrongText({ name, value: typed(sent, name), ask }, LONGEST[name]);
}

function refuse(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new Misshapen(errors);
}
