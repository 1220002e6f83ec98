import { TASK_OWNERS, TASK_STATES, type TaskOwner, type TaskState } from '../domain/task';
import { ListQuery } from '../platform/listing';
import { ChoiceField, IdField, TextField } from '../platform/shape';

export class TaskQuery extends ListQuery {
  @IdField({ optional: true })
  unitId?: string;

  @ChoiceField(TASK_STATES, { optional: true, description: 'open unless told' })
  state?: TaskState;

  @ChoiceField(TASK_OWNERS, { optional: true })
  ownerRole?: TaskOwner;
}

export class CompletionDto {
  @TextField({ longest: 2000, description: 'What was done' })
  words: string;
}

export class OwnerDto {
  @IdField({ description: 'Of oneself, to take it, or of a colleague who may do it' })
  accountId: string;
}
