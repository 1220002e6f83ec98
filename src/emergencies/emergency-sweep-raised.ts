import { nightOfArrival, londonDate } from '../domain/london';
import type { TaskOwner } from '../domain/task';
import type { Role } from '../platform/actor';
import type { NewNotice } from '../platform/notices/notices';
import type { NewTask } from '../tasks/tasks.service';
import type { Unit } from '../units/unit.entity';
import { inForceOn, type UnitSettingsRecord } from '../units/unit-settings.entity';

/** A unit at one moment, as the deadlines see it. */
export interface UnitNow {
  readonly unit: Pick<Unit, 'id' | 'name'>;
  readonly settings: readonly UnitSettingsRecord[];
  readonly now: Date;
}

/** What a deadline that has passed leaves behind: each by its key, once for ever. */
export interface Raised {
  readonly task?: NewTask;
  readonly notice: NewNotice & { readonly once: string };
}

/** Who is told of what is whose: a deputy stands in for the manager. */
const TOLD: Readonly<Record<TaskOwner, readonly Role[]>> = {
  staff: ['manager', 'deputy', 'staff'],
  deputy: ['manager', 'deputy'],
  manager: ['manager', 'deputy'],
  'service-manager': ['service-manager'],
};

export function toldOf(owner: TaskOwner): NewNotice['to'] {
  return TOLD[owner].map((role) => ({ role }));
}

/** The night somebody's arrival counts for, by the settings of that day. */
export function nightArrived(at: Date, settings: readonly UnitSettingsRecord[]): string {
  return nightOfArrival(at, inForceOn(settings, londonDate(at)).nightRollsAt);
}
