import type { AskedNight } from '../asked-night';
import type { DisplacementPolicy } from '../diary';
import type { DiaryByNight } from '../diary-by-night';
import type { Finding, Level } from '../findings';
import { includesNight } from '../nights';
import { bedsOfKind, usableBeds } from './beds';
import { found, nightsWhen, type Rule } from './rule';

const LEVEL_BY_POLICY: Readonly<Record<DisplacementPolicy, Level>> = {
  never: 'refuse',
  'with-authority': 'authorise',
  freely: 'inform',
};

/**
 * An emergency would take a bed kept for planned breaks, or that of a planned stay. The policy of each night says who
 * may allow it.
 */
export const keptForPlanned: Rule = (asked, diary, kind) => {
  if (kind === 'planned') return [];
  return asked.flatMap(({ stay: { youngPersonId }, nights }) => {
    const held = nights.flatMap((night) => holdOn(night, diary) ?? []);
    return distinct(held).flatMap((hold): Finding[] => {
      const { level, kept, displaces } = hold;
      const same = nightsWhen(held, (other) => isSame(hold, other));
      return found(same, kind, { code: 'kept-for-planned', youngPersonId, kept, displaces }, level);
    });
  });
};

interface Hold {
  readonly on: AskedNight['on'];
  readonly level: Level;
  readonly kept: number;
  readonly displaces: boolean;
}

function holdOn(night: AskedNight, diary: DiaryByNight): Hold | undefined {
  const { on, page } = night;
  const { keptForPlanned: kept, displacement } = page.settings;
  const displaces = diary.displaced.some((stay) => includesNight(stay.nights, on));
  const takesKept = () => bedsOfKind(night, 'emergency') > usableBeds(night, diary) - kept;
  if (!displaces && (kept === 0 || page.unitIsClosed || !takesKept())) return undefined;
  return { on, level: LEVEL_BY_POLICY[displacement], kept, displaces };
}

function distinct(holds: readonly Hold[]): Hold[] {
  return holds.filter((hold, index) => holds.findIndex((other) => isSame(hold, other)) === index);
}

function isSame(a: Hold, b: Hold): boolean {
  return a.level === b.level && a.kept === b.kept && a.displaces === b.displaces;
}
