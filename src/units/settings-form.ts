import { wrongDate, wrongNumber } from '../platform/form-checks';
import { Misshapen, type FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import type { UnitSettingsRecord } from './unit-settings.entity';
import type { NewSettingsDto } from './unit.dto';

const NUMBERS = [
  'places',
  'ageFrom',
  'ageTo',
  'assessmentReviewDays',
  'holdHours',
  'lateCancellationDays',
  'visitPlaces',
  'seriesNights',
  'yearNights',
  'yearNightsToldFrom',
  'overstayHours',
  'overstayNights',
  'overstayFurtherNights',
] as const;
const TIMES = [
  'arrivalsFrom',
  'departuresBy',
  'nightRollsAt',
  'emergencyEndsAt',
  'handoverBy',
  'handoverAlarmAt',
] as const;

type NumberName = (typeof NUMBERS)[number];
type SettingName = NumberName | (typeof TIMES)[number];

export interface SettingsForm {
  readonly key: string;
  readonly from: string;
  readonly values: Readonly<Record<SettingName, string>>;
}

const BOUNDS: Readonly<Record<NumberName, readonly [least: number, most: number]>> = {
  places: [1, 50],
  ageFrom: [0, 25],
  ageTo: [0, 25],
  assessmentReviewDays: [1, 366],
  holdHours: [1, 720],
  lateCancellationDays: [0, 60],
  visitPlaces: [0, 50],
  seriesNights: [1, 366],
  yearNights: [1, 366],
  yearNightsToldFrom: [1, 366],
  overstayHours: [1, 1000],
  overstayNights: [1, 366],
  overstayFurtherNights: [1, 366],
};

const A_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export function settingsIn(sent: SentForm): SettingsForm {
  return {
    key: typed(sent, 'key'),
    from: typed(sent, 'from'),
    values: valuesOf((name) => typed(sent, name)),
  };
}

/** Filled in with what holds now. */
export function settingsNow(inForce: UnitSettingsRecord, from: string, key: string): SettingsForm {
  return { key, from, values: valuesOf((name) => String(inForce[name])) };
}

/** As the service takes it: only what differs from what holds now. @throws Misshapen */
export function changedSettings({ from, values }: SettingsForm, inForce: UnitSettingsRecord): NewSettingsDto {
  const isChanged = (name: SettingName) => values[name] !== String(inForce[name]);
  const wrong = [
    ...wrongDate({ name: 'from', value: from, ask: 'Enter the first night these hold for.' }),
    ...NUMBERS.flatMap((name) =>
      wrongNumber({ name, value: values[name], ask: 'Enter a whole number.' }, ...BOUNDS[name]),
    ),
    ...TIMES.flatMap((name) => (A_TIME.test(values[name]) ? [] : at(name, 'Enter a time such as 16:00.'))),
  ];
  if (wrong.length > 0) throw new Misshapen(wrong);
  if (![...NUMBERS, ...TIMES].some(isChanged))
    throw Misshapen.at('/places', 'Nothing is different yet. Change at least one setting.');
  const numbers = NUMBERS.filter((name) => name !== 'ageFrom' && name !== 'ageTo').filter(isChanged);
  return {
    from,
    ...Object.fromEntries(numbers.map((name) => [name, Number(values[name])])),
    ...Object.fromEntries(TIMES.filter(isChanged).map((name) => [name, values[name]])),
    ...(isChanged('ageFrom') || isChanged('ageTo')
      ? { ageRange: { from: Number(values.ageFrom), to: Number(values.ageTo) } }
      : {}),
  };
}

/** The service has the ages as one part. */
export function atFormFields(errors: readonly FieldError[]): FieldError[] {
  return errors.map(({ pointer, detail }) => ({
    pointer: pointer.replace('/ageRange/to', '/ageTo').replace('/ageRange/from', '/ageFrom'),
    detail,
  }));
}

function valuesOf(valueOf: (name: SettingName) => string): Readonly<Record<SettingName, string>> {
  const entries = [...NUMBERS, ...TIMES].map((name) => [name, valueOf(name)]);
  return Object.fromEntries(entries) as Record<SettingName, string>;
}

function at(name: string, detail: string): FieldError[] {
  return [{ pointer: `/${name}`, detail }];
}
