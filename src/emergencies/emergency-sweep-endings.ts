import type { AuthorisedMix } from '../domain/authorised-mixes';
import type { StayStatus } from '../domain/diary';
import type { TaskKind } from '../domain/task';
import type { Closing } from '../tasks/tasks.service';
import { arrivalKey } from './emergency-sweep-arrivals';
import { mixKey } from './emergency-sweep-mixes';
import type { OpenTask, WatchedStay } from './emergency-watch.reader';

interface Ending extends Closing {
  readonly keys: readonly string[];
}

/** Of somebody who has left, whoever must be told must be told all the same, and what is missing is still missing. */
const ENDS_WITH_THE_STAY: readonly string[] = [
  'overstay',
  'police-protection',
  'emergency-end',
  'full-assessment',
  'placement-plan',
] satisfies TaskKind[];

const NEVER_CAME: readonly StayStatus[] = ['cancelled', 'not-arrived', 'displaced'];

/** What nobody need do any more. */
export function endingsOf(
  open: readonly OpenTask[],
  watched: readonly WatchedStay[],
  mixes: readonly AuthorisedMix[],
): Ending[] {
  const arrived = watched.filter(({ arrivedAt }) => arrivedAt).map(({ stayId }) => arrivalKey(stayId));
  const pairs = mixes.map(mixKey);
  const endings: Ending[] = [
    ending('The stay has ended.', open, isOver),
    ending('The arrival has been recorded.', open, ({ key }) => arrived.includes(key)),
    ending(
      'They are no longer together, or have been assessed in full.',
      open,
      ({ kind, key }) => kind === 'mix-review' && !pairs.some((pair) => key.startsWith(pair)),
    ),
  ];
  return endings.filter(({ keys }) => keys.length > 0);
}

function ending(words: string, open: readonly OpenTask[], which: (task: OpenTask) => boolean): Ending {
  return { keys: open.filter(which).map(({ key }) => key), why: 'no longer needed', words };
}

function isOver({ kind, stayStatus }: OpenTask): boolean {
  if (NEVER_CAME.includes(stayStatus)) return ENDS_WITH_THE_STAY.includes(kind) || kind === 'missing-facts';
  return stayStatus === 'completed' && ENDS_WITH_THE_STAY.includes(kind);
}
