import type { AssessmentOutcome } from '../domain/diary';
import {
  LET_IN,
  LONG_STAYER,
  SOLO,
  TWINS_AND_SISTER,
  YOUNG_PEOPLE,
  type DemoYoungPerson,
} from './young-people';

const TWINS: readonly string[] = TWINS_AND_SISTER.slice(0, 2);

export interface DemoJudgement {
  readonly pair: readonly [string, string];
  readonly outcome: AssessmentOutcome;
  readonly controls?: string;
  readonly reasons: string;
  /** Days from today to its review: negative when it is past. */
  readonly reviewIn: number;
}

const CONTROLS = [
  'Bedrooms at opposite ends of the landing; a member of staff awake at night.',
  'Not left alone together in the games room; phones handed in at 9pm.',
  'Separate journeys to school; sit apart at meals if either asks.',
];

const STRENGTHS = [
  'They know each other from the cooking evenings and get on. No known risks between them.',
  'Both like football and the outdoors. Calm together on two earlier stays.',
  'Close in age with shared interests. Each settles better with company.',
];

const RISKS = 'One copies the other’s running away; the police have been called to both together.';

const WATCH = 'Good company for each other, but arguments start quickly when both are tired.';

/** Everybody of a group with one another and with the long stay, the twins with weekend guests; across groups some, and many past their review. */
export const JUDGEMENTS: readonly DemoJudgement[] = pairs().flatMap(([a, b], index): DemoJudgement[] => {
  const pair = [a.name, b.name] as const;
  const isWithLongStay = pair.includes(LONG_STAYER) && !pair.includes(SOLO) && !pair.includes(LET_IN);
  const isTwinAtAWeekend = [a, b].some(({ name }) => TWINS.includes(name)) && [a, b].some(isWeekendGuest);
  if (isWithLongStay || isTwinAtAWeekend || (a.group !== undefined && a.group === b.group))
    return [mayMeet(pair, index, 75)];
  if (pair.includes(SOLO) && pair.includes(LET_IN))
    return [
      {
        pair,
        outcome: 'compatible',
        reasons: 'Brother and sister who are each other’s comfort.',
        reviewIn: 75,
      },
    ];
  if (index % 13 === 4) return [{ pair, outcome: 'not-together', reasons: RISKS, reviewIn: 20 }];
  if (index % 9 === 2) return [mayMeet(pair, index, -(index % 30) - 1)];
  return index % 7 === 3 ? [mayMeet(pair, index, 10 + (index % 18))] : [];
});

/** The odd groups have the weekends. */
function isWeekendGuest({ group = 0 }: DemoYoungPerson): boolean {
  return group % 2 === 1;
}

function mayMeet(pair: readonly [string, string], index: number, reviewIn: number): DemoJudgement {
  const controls = index % 4 === 1 ? CONTROLS[index % CONTROLS.length] : undefined;
  if (controls) return { pair, outcome: 'with-controls', controls, reasons: WATCH, reviewIn };
  return { pair, outcome: 'compatible', reasons: STRENGTHS[index % STRENGTHS.length] ?? '', reviewIn };
}

function pairs() {
  return YOUNG_PEOPLE.flatMap((a, index) => YOUNG_PEOPLE.slice(index + 1).map((b) => [a, b] as const));
}
