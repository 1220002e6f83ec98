import { addDays, type CalendarDate } from './calendar-date';
import { hoursAfter } from './emergency-deadlines';
import { londonInstant } from './london';

export const RUNGS = ['past-end', 'hours', 'nights', 'further-nights'] as const;
export type RungName = (typeof RUNGS)[number];

/** Whom a rung goes to: as the field calls them, and the role they have here. */
interface RungOwner {
  readonly words: string;
  readonly role: 'manager' | 'service-manager';
}

export interface Rung {
  readonly name: RungName;
  readonly reachedAt: Date;
  readonly owner: RungOwner;
}

export interface EmergencyStay {
  /** `null` while they have not come: nobody overstays before arriving. */
  readonly arrivedAt: Date | null;
  /** The night their arrival counts for. */
  readonly night: CalendarDate;
  readonly endsAt: Date;
  readonly departedAt: Date | null;
}

/** Figures marked † of domain.md §4.5, in force on the night they came. */
export interface OverstaySettings {
  readonly overstayHours: number;
  readonly overstayNights: number;
  readonly overstayFurtherNights: number;
  /** When a night is over: so many nights have been stayed at this time (`HH:MM`, London) of the next day. */
  readonly nightRollsAt: string;
}

const MANAGER: RungOwner = { words: 'Registered manager', role: 'manager' };

/** The responsible individual is no member of the unit's staff; their account here is a service manager's. */
const OWNERS: Readonly<Record<RungName, RungOwner>> = {
  'past-end': MANAGER,
  hours: MANAGER,
  nights: { words: 'Service manager', role: 'service-manager' },
  'further-nights': { words: 'Responsible individual', role: 'service-manager' },
};

/**
 * The rungs an emergency stay has reached by now, each at the instant it was, the earliest first; none after they left.
 * A longer stay that was agreed climbs the ladder all the same: emergency stays become placements quietly.
 */
export function rungsReached(stay: EmergencyStay, settings: OverstaySettings, now: Date): Rung[] {
  const { arrivedAt, endsAt, night } = stay;
  if (!arrivedAt) return [];
  const afterNights = (count: number) => londonInstant(addDays(night, count), settings.nightRollsAt);
  const reachedAt: Readonly<Record<RungName, Date>> = {
    'past-end': endsAt,
    hours: hoursAfter(arrivedAt, settings.overstayHours),
    nights: afterNights(settings.overstayNights),
    'further-nights': afterNights(settings.overstayFurtherNights),
  };
  return RUNGS.map((name) => ({ name, reachedAt: reachedAt[name], owner: OWNERS[name] }))
    .filter(({ reachedAt }) => isReached(reachedAt, stay, now))
    .sort((a, b) => a.reachedAt.getTime() - b.reachedAt.getTime());
}

/** The instant has come, and whoever came in the emergency was there still. */
export function isReached(
  at: Date,
  { arrivedAt, departedAt }: Pick<EmergencyStay, 'arrivedAt' | 'departedAt'>,
  now: Date,
): boolean {
  return arrivedAt !== null && at <= now && (!departedAt || at < departedAt);
}

/** What its owner has to do, naming nobody. */
export function sayRung(name: RungName, settings: OverstaySettings): string {
  switch (name) {
    case 'past-end':
      return 'This emergency stay is past its end. Settle where they go next, and when.';
    case 'hours':
      return `This emergency stay has lasted ${settings.overstayHours} hours. Settle where they go next, and when.`;
    case 'nights':
      return `This emergency stay has lasted ${settings.overstayNights} nights. Decide whether it may go on, and why.`;
    case 'further-nights':
      return `This emergency stay has lasted ${settings.overstayFurtherNights} nights. The responsible individual says whether it has become a placement.`;
  }
}
