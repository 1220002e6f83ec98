import { ageOn, type CalendarDate } from '../domain/calendar-date';
import { roomName } from '../domain/room-name';
import type { FieldError } from '../platform/problem';
import type { Room } from '../units/room.entity';
import type { Unit } from '../units/unit.entity';
import type { BookingForm } from './booking-form';
import type { Candidate, Candidates } from './booking-people.service';

interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: { readonly text: string };
}

export interface NewStayView {
  readonly title: string;
  readonly unit: Unit;
  readonly units: readonly Unit[];
  readonly back: { readonly text: string; readonly href: string };
  readonly errors: readonly FieldError[];
  readonly form: BookingForm;
  readonly people: readonly Choice[];
  readonly peopleHint: string;
  readonly rooms: readonly Choice[];
  readonly today: CalendarDate;
}

export interface Where {
  readonly unit: Unit;
  readonly units: readonly Unit[];
  readonly rooms: readonly Room[];
  readonly holdHours: number;
  readonly today: CalendarDate;
}

export function newStayView(
  form: BookingForm,
  { unit, units, rooms, today }: Where,
  candidates: Candidates,
  errors: readonly FieldError[],
): NewStayView {
  return {
    title: 'Book a stay',
    unit,
    units,
    back: backToBoard(unit, form.arrivesOn),
    errors,
    form,
    people: candidates.people.map((person) => choiceOf(person, today)),
    peopleHint: hint(form, candidates),
    rooms: [
      { value: '', text: 'Any room that is free' },
      ...rooms.map(({ id, name, number }) => ({ value: id, text: roomName({ name, number }) })),
    ],
    today,
  };
}

export function backToBoard(unit: Unit, on: string): { text: string; href: string } {
  return {
    text: 'Back to the board',
    href: `/board?unit=${unit.id}${on ? `&from=${encodeURIComponent(on)}` : ''}`,
  };
}

function choiceOf(
  { id, givenName, familyName, dateOfBirth, caseReference }: Candidate,
  today: CalendarDate,
): Choice {
  return {
    value: id,
    text: `${givenName} ${familyName}`,
    hint: { text: `Aged ${ageOn(dateOfBirth, today)}, ${caseReference}` },
  };
}

function hint({ search, youngPersonIds }: BookingForm, { found, isMore }: Candidates): string {
  if (search && found === 0)
    return 'Nobody on file is called that. Check the spelling, or try a case reference.';
  if (isMore)
    return search
      ? 'These fit best. Type more of the name to see others.'
      : 'Type a name above to find others.';
  return youngPersonIds.length > 0
    ? 'Tick brothers and sisters too if they come together. Search again to find others.'
    : 'Tick one, or brothers and sisters who come together.';
}
