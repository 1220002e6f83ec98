import { addDays, type CalendarDate } from '../domain/calendar-date';
import type { DisplacementPolicy } from '../domain/diary';
import { ringFenceAhead, ringFenceChanges, type FenceChange, type FenceState } from '../domain/ring-fence';
import { sayRingFence } from '../domain/ring-fence-words';
import { sayDate } from '../domain/say-dates';
import { sayMoment } from '../domain/say-moment';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import type { FieldError } from '../platform/problem';
import { ringFenceNow, type RingFenceForm } from './ring-fence-form';
import { unitFormView } from './unit-form.view';
import { inForceOn, SINCE_ALWAYS, type UnitSettingsRecord } from './unit-settings.entity';
import type { UnitRecords } from './units.service';

/** What was sent and is wrong, or nothing yet. */
export interface FilledIn {
  readonly key: string;
  readonly done?: string;
  readonly form?: RingFenceForm;
  readonly errors?: readonly FieldError[];
}

/** @param everyRecord in the order they were made. */
export function ringFencePage(
  { unit, settings }: UnitRecords,
  everyRecord: readonly UnitSettingsRecord[],
  tonight: CalendarDate,
  reader: Person,
  { key, done, form, errors = [] }: FilledIn,
) {
  const inForce = inForceOn(settings, tonight);
  return {
    ...unitFormView('Ring-fence', unit, form ?? ringFenceNow(inForce, tonight, key), errors),
    notice: done === 'changed' ? 'The ring-fence is changed.' : undefined,
    mayChange: may(reader.role, 'set the ring-fence'),
    tonight: { night: sayDate(tonight), said: sayRingFence(inForce) },
    ahead: ringFenceAhead(settings, tonight).map((record) => ({
      from: sayDate(record.fromOn),
      said: sayRingFence(record),
    })),
    policies: POLICIES,
    history: ringFenceChanges(everyRecord, tonight).map(entry),
  };
}

function entry({ record, until, state }: FenceChange<UnitSettingsRecord>) {
  return {
    nights: sayNights(record.fromOn, until),
    state: STATES[state],
    said: sayRingFence(record),
    why: record.reason,
    recorded: `${record.recordedByName ?? 'The system'}, ${sayMoment(record.recordedAt)}`,
  };
}

function sayNights(fromOn: CalendarDate, until: CalendarDate | null): string {
  const from = fromOn === SINCE_ALWAYS ? 'From the start' : `From ${sayDate(fromOn)}`;
  return until === null ? from : `${from} to ${sayDate(addDays(until, -1))}`;
}

const STATES: Readonly<Record<FenceState, { readonly text: string; readonly tone: string }>> = {
  'in-force': { text: 'In force', tone: 'good' },
  'to-come': { text: 'To come', tone: 'busy' },
  over: { text: 'Over', tone: 'quiet' },
  superseded: { text: 'Superseded', tone: 'quiet' },
};

const POLICIES: readonly {
  readonly value: DisplacementPolicy;
  readonly text: string;
  readonly hint: object;
}[] = [
  {
    value: 'never',
    text: 'No, never',
    hint: {
      text: 'At 2 am, EDT gets a bed only if it is free and not kept for planned breaks. If there is none, they look elsewhere: nobody can allow it.',
    },
  },
  {
    value: 'with-authority',
    text: 'Yes, with a manager’s authority',
    hint: {
      text: 'At 2 am, EDT rings the manager on call. If the manager says yes, and why, the emergency takes a kept bed or that of a planned stay that has not arrived.',
    },
  },
  {
    value: 'freely',
    text: 'Yes, freely',
    hint: {
      text: 'At 2 am, EDT takes the bed and rings nobody. Only a stay that begins that day, or of somebody displaced before, still needs a manager’s yes.',
    },
  },
];
