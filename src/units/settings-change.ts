import { Misshapen } from '../platform/problem';
import { refuseImpossible } from './possible-settings';
import {
  inForceOn,
  withoutSuperseded,
  type SettingsSet,
  type UnitSettingsRecord,
} from './unit-settings.entity';
import type { NewSettingsDto } from './unit.dto';

/**
 * Everything a change writes: what holds from its date, and again what held before from the day it ends. Each record is
 * a whole set, so a change is carried into the records after it, up to the first that changed the same thing itself;
 * else a record made for something else would undo it. With an end, it holds on every night up to it.
 */
export function settingsAfter(
  records: readonly UnitSettingsRecord[],
  asked: NewSettingsDto,
): [SettingsSet, ...SettingsSet[]] {
  const { from, until } = asked;
  if (until !== undefined && until <= from)
    throw Misshapen.at('/until', 'It must come after the first night: from then on, it is as before.');
  const inForce = withoutSuperseded(records);
  const start = inForceOn(inForce, from);
  const changes = changesAsked(asked, start);
  const first: SettingsSet = { ...changed(setOf(start), changes), fromOn: from };
  const later = inForce.filter(({ fromOn }) => fromOn > from && (until === undefined || fromOn < until));
  const carried = later.flatMap((record, index) => {
    const unbroken = changes.filter(
      (change) =>
        until !== undefined || later.slice(0, index + 1).every((each) => isLeft(change, each, start)),
    );
    const differing = unbroken.filter((change) => !holds(record, change));
    return differing.length === 0 ? [] : [changed(setOf(record), differing)];
  });
  const again = until === undefined ? [] : [{ ...setOf(inForceOn(inForce, until)), fromOn: until }];
  for (const set of [first, ...carried, ...again]) refuseImpossible(set, asked);
  return [first, ...carried, ...again];
}

/** What is changed together is carried together; the ring-fence is one policy, and so is the range of ages. */
function changesAsked(asked: NewSettingsDto, start: UnitSettingsRecord): Partial<SettingsSet>[] {
  const { from, until, reason, ageRange, ringFence, ...single } = asked;
  const { keptForPlanned, keptForEmergency, displacement } = start;
  return [
    ...Object.entries(defined(single)).map(([name, value]) => ({ [name]: value })),
    ...(ageRange ? [{ ageFrom: ageRange.from, ageTo: ageRange.to }] : []),
    ...(ringFence ? [{ keptForPlanned, keptForEmergency, displacement, ...defined(ringFence) }] : []),
  ];
}

/** As it was when the change begins: whoever made that record left it alone. */
function isLeft(
  change: Partial<SettingsSet>,
  record: UnitSettingsRecord,
  start: UnitSettingsRecord,
): boolean {
  return (Object.keys(change) as (keyof SettingsSet)[]).every((name) => record[name] === start[name]);
}

function holds(record: UnitSettingsRecord, change: Partial<SettingsSet>): boolean {
  return (Object.keys(change) as (keyof SettingsSet)[]).every((name) => record[name] === change[name]);
}

function changed(set: SettingsSet, changes: readonly Partial<SettingsSet>[]): SettingsSet {
  return changes.reduce<SettingsSet>((all, change) => ({ ...all, ...change }), set);
}

function setOf(record: UnitSettingsRecord): SettingsSet {
  const { id, unit, recordedAt, reason, recordedByName, ...set } = record;
  return set;
}

function defined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null),
  ) as Partial<T>;
}
