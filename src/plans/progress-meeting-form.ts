import { HIGHEST_RATING, LOWEST_RATING } from '../domain/goal-rating';
import { wrongDate, wrongNumber, wrongText } from '../platform/form-checks';
import { Misshapen } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import type { GoalInProgress } from './plan-in-progress.reader';
import type { NewProgressMeetingDto } from './progress-meeting.dto';

const LONGEST_DECISIONS = 4000;
const LONGEST_WORDS = 2000;

interface RatedForm {
  readonly goalId: string;
  readonly rating: string;
  readonly words: string;
}

export interface ProgressMeetingForm {
  readonly key: string;
  readonly heldOn: string;
  readonly communityWorker: string;
  readonly residentialWorker: string;
  readonly decisions: string;
  readonly nextOn: string;
  /** One for each goal of the plan, in its order. */
  readonly ratings: readonly RatedForm[];
}

export function meetingIn(sent: SentForm, goals: readonly GoalInProgress[]): ProgressMeetingForm {
  return {
    key: typed(sent, 'key'),
    heldOn: typed(sent, 'heldOn'),
    communityWorker: typed(sent, 'communityWorker'),
    residentialWorker: typed(sent, 'residentialWorker'),
    decisions: typed(sent, 'decisions'),
    nextOn: typed(sent, 'nextOn'),
    ratings: goals
      .filter(({ isLeftOut }) => !isLeftOut)
      .map(({ id }) => ({
        goalId: id,
        rating: typed(sent, `rating-${id}`),
        words: typed(sent, `words-${id}`),
      })),
  };
}

/** As the service takes it. @throws Misshapen at each field that is missing or wrong. */
export function meetingAsked(form: ProgressMeetingForm): NewProgressMeetingDto {
  const { heldOn, communityWorker, residentialWorker, decisions, nextOn, ratings } = form;
  const whoIs = 'Enter who came from';
  const errors = [
    ...wrongDate({ name: 'heldOn', value: heldOn, ask: 'Enter when you met.' }),
    ...wrongText({ name: 'communityWorker', value: communityWorker, ask: `${whoIs} the community.` }),
    ...wrongText({ name: 'residentialWorker', value: residentialWorker, ask: `${whoIs} the unit.` }),
    ...ratings.flatMap(wrongRating),
    ...wrongText({ name: 'decisions', value: decisions, ask: 'Write what you decided.' }, LONGEST_DECISIONS),
    ...wrongDate({ name: 'nextOn', value: nextOn, ask: 'Enter when you meet next.' }),
  ];
  if (errors.length > 0) throw new Misshapen(errors);
  return {
    ...{ heldOn, communityWorker, residentialWorker, decisions, nextOn },
    ratings: ratings.map(({ goalId, rating, words }) => ({
      goalId,
      rating: Number(rating),
      ...(words ? { words } : {}),
    })),
  };
}

function wrongRating({ goalId, rating, words }: RatedForm) {
  const ask = 'Choose how far this goal has come.';
  const wrongWords = { name: `words-${goalId}`, value: words || '-', ask: '' };
  return [
    ...wrongNumber({ name: `rating-${goalId}`, value: rating, ask }, LOWEST_RATING, HIGHEST_RATING),
    ...wrongText(wrongWords, LONGEST_WORDS),
  ];
}
