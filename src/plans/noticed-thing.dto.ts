import {
  NOTICED_CATEGORIES,
  NOTICED_STATUSES,
  NOTICED_URGENCIES,
  type NoticedCategory,
  type NoticedStatus,
  type NoticedUrgency,
} from '../domain/noticed-thing';
import { ListQuery } from '../platform/listing';
import { ChoiceField, IdField, TextField } from '../platform/shape';

export class NewNoticedThingDto {
  @ChoiceField(NOTICED_CATEGORIES)
  category: NoticedCategory;

  @TextField({ longest: 4000, description: 'For the key worker: names no other young person' })
  words: string;

  @ChoiceField(NOTICED_URGENCIES)
  urgency: NoticedUrgency;
}

/** Either an existing goal of the CAS plan, or the text of a new one. */
export class FoldingInDto {
  @IdField({ optional: true })
  casGoalId?: string;

  @TextField({ optional: true, longest: 1000 })
  newGoal?: string;

  @TextField({ optional: true, longest: 2000 })
  words?: string;
}

export class SettingAsideDto {
  @TextField({ longest: 2000 })
  reason: string;
}

export class NoticedThingsQuery extends ListQuery {
  @ChoiceField(NOTICED_STATUSES, { optional: true })
  status?: NoticedStatus;

  @IdField({ optional: true })
  youngPersonId?: string;
}
