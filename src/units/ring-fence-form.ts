import { addDays, type CalendarDate } from '../domain/calendar-date';
import { DISPLACEMENT_POLICIES } from '../domain/diary';
import { isSameRingFence } from '../domain/ring-fence';
import { wrongDate, wrongNumber, wrongText } from '../platform/form-checks';
import { Misshapen, type FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { inForceOn, type UnitSettingsRecord } from './unit-settings.entity';
import type { NewSettingsDto } from './unit.dto';

const MOST_BEDS = 50;
const LONGEST_REASON = 2000;

export interface RingFenceForm {
  readonly key: string;
  readonly keptForPlanned: string;
  readonly keptForEmergency: string;
  readonly displacement: string;
  readonly from: string;
  /** As people say it: the last night it holds. Empty until further notice. */
  readonly lastNight: string;
  readonly reason: string;
}

export function ringFenceIn(sent: SentForm): RingFenceForm {
  return {
    key: typed(sent, 'key'),
    keptForPlanned: typed(sent, 'keptForPlanned'),
    keptForEmergency: typed(sent, 'keptForEmergency'),
    displacement: typed(sent, 'displacement'),
    from: typed(sent, 'from'),
    lastNight: typed(sent, 'lastNight'),
    reason: typed(sent, 'reason'),
  };
}

/** Filled in with what holds tonight. */
export function ringFenceNow(inForce: UnitSettingsRecord, tonight: CalendarDate, key: string): RingFenceForm {
  return {
    key,
    keptForPlanned: String(inForce.keptForPlanned),
    keptForEmergency: String(inForce.keptForEmergency),
    displacement: inForce.displacement,
    from: tonight,
    lastNight: '',
    reason: '',
  };
}

/** As the service takes it. @param settings one a date. @throws Misshapen at each field that is missing or wrong. */
export function ringFenceAsked(
  form: RingFenceForm,
  settings: readonly UnitSettingsRecord[],
): NewSettingsDto & { readonly ringFence: object } {
  const { from, lastNight, reason } = form;
  const displacement = DISPLACEMENT_POLICIES.find((each) => each === form.displacement);
  const ask = 'Enter how many beds, 0 for none.';
  const wrong = [
    ...wrongNumber({ name: 'keptForPlanned', value: form.keptForPlanned, ask }, 0, MOST_BEDS),
    ...wrongNumber({ name: 'keptForEmergency', value: form.keptForEmergency, ask }, 0, MOST_BEDS),
    ...(displacement ? [] : at('displacement', 'Choose whether an emergency may displace a planned stay.')),
    ...wrongDate({ name: 'from', value: from, ask: 'Enter the first night it holds for.' }),
    ...(lastNight ? wrongDate({ name: 'lastNight', value: lastNight, ask: 'Enter the last night.' }) : []),
    ...(lastNight && lastNight < from ? at('lastNight', 'The last night must not be before the first.') : []),
    ...wrongText({ name: 'reason', value: reason, ask: 'Say why the ring-fence changes.' }, LONGEST_REASON),
  ];
  if (!displacement || wrong.length > 0) throw new Misshapen(wrong);
  const keptForPlanned = Number(form.keptForPlanned);
  const ringFence = { keptForPlanned, keptForEmergency: Number(form.keptForEmergency), displacement };
  const until = lastNight ? { until: addDays(lastNight, 1) } : {};
  if (isHeldAlready(settings, from, until.until))
    throw Misshapen.at(
      '/keptForPlanned',
      'The ring-fence is that already. Change it, or the nights it is for.',
    );
  return { from, ...until, ringFence, reason };

  function isHeldAlready(all: readonly UnitSettingsRecord[], first: CalendarDate, end = first): boolean {
    const then = all.filter(({ fromOn }) => fromOn > first && fromOn < end);
    return [inForceOn(all, first), ...then].every((record) => isSameRingFence(record, ringFence));
  }
}

/** The service counts up to a night that has the former ring-fence again. */
export function atFormFields(errors: readonly FieldError[]): FieldError[] {
  return errors.map(({ pointer, detail }) => ({
    pointer: pointer.replace('/ringFence/', '/').replace('/until', '/lastNight'),
    detail,
  }));
}

function at(name: string, detail: string): FieldError[] {
  return [{ pointer: `/${name}`, detail }];
}
