import { HIGHEST_RATING, LOWEST_RATING } from '../domain/goal-rating';
import { DateField, IdField, PartsField, TextField, WholeNumberField } from '../platform/shape';

export class GoalRatingDto {
  @IdField()
  goalId: string;

  @WholeNumberField(LOWEST_RATING, HIGHEST_RATING)
  rating: number;

  @TextField({ optional: true, longest: 2000 })
  words?: string;
}

export class NewProgressMeetingDto {
  @DateField({ description: 'Not in the future' })
  heldOn: string;

  @TextField({ description: 'Who came from the community' })
  communityWorker: string;

  @TextField({ description: 'Who came from the unit' })
  residentialWorker: string;

  @TextField({ longest: 4000 })
  decisions: string;

  @DateField({ description: 'When the next meeting is due' })
  nextOn: string;

  @PartsField(() => GoalRatingDto, { description: 'Goals of the plan, each once' })
  ratings: GoalRatingDto[];
}
