import { PartialType } from '@nestjs/swagger';
import {
  LEGAL_BASES,
  NIGHTS_PER,
  SHORT_BREAK_PLAN_STATUSES,
  type LegalBasis,
  type NightsPer,
  type ShortBreakPlanStatus,
} from '../domain/short-break-plan';
import { ListQuery } from '../platform/listing';
import {
  ChoiceField,
  DateField,
  IdField,
  IdsField,
  PartField,
  PartsField,
  TextField,
  TextsField,
  WholeNumberField,
  WordsField,
} from '../platform/shape';

export class ConsentDto {
  @TextField({ description: 'Who gave it' })
  by: string;

  @TextField({ description: 'In writing, by telephone, …' })
  how: string;

  @DateField()
  on: string;
}

export class ShortBreakGoalDto {
  @IdField({ description: 'The goal of the CAS plan it serves' })
  casGoalId: string;

  @TextField({ longest: 1000 })
  text: string;

  @WholeNumberField(1, 5, { optional: true, description: 'Where the young person stands at the start' })
  ratedAtEntry?: number;
}

export class TermsDto {
  @DateField()
  startsOn: string;

  @DateField({ description: 'Exclusive: the first night it does not cover' })
  endsOn: string;

  @WholeNumberField(0, 1000)
  nightsAgreed: number;

  @ChoiceField(NIGHTS_PER, { optional: true, description: 'Absent: the whole plan' })
  nightsPer?: NightsPer;

  @ChoiceField(LEGAL_BASES)
  legalBasis: LegalBasis;

  @PartsField(() => ShortBreakGoalDto, { least: 1 })
  goals: ShortBreakGoalDto[];

  @TextsField({ optional: true })
  activities?: string[];

  @WordsField({ optional: true, description: 'What the young person and the family may expect' })
  expectations?: string;

  @TextsField({ optional: true, description: 'Room features wished for, best first' })
  wishes?: string[];

  @DateField({ optional: true, description: 'Absent: six weeks after it starts' })
  reviewOn?: string;
}

export class NewShortBreakPlanDto extends TermsDto {
  @IdField()
  casPlanId: string;

  @IdField()
  youngPersonId: string;

  @PartField(() => ConsentDto, { optional: true })
  consent?: ConsentDto;

  @IdField({ optional: true, description: 'The agreed plan it takes the place of, once it is agreed itself' })
  revisesId?: string;
}

/** What is not named stays as it is. */
export class ChangedTermsDto extends PartialType(TermsDto) {}

export class ShortBreakPlanQuery extends ListQuery {
  @IdField({ optional: true })
  familyId?: string;

  @IdField({ optional: true })
  youngPersonId?: string;

  @IdField({ optional: true })
  casPlanId?: string;

  @ChoiceField(SHORT_BREAK_PLAN_STATUSES, { optional: true })
  status?: ShortBreakPlanStatus;
}

export class ConsentWithdrawalDto {
  @DateField({ description: 'From this night on there is no consent' })
  on: string;

  @TextField({ longest: 2000 })
  reason: string;
}

export class ShortBreakPlanEndingDto {
  @DateField({ description: 'The first night it does not cover any more' })
  on: string;

  @TextField({ longest: 2000 })
  reason: string;

  @IdsField({
    optional: true,
    most: 500,
    description: 'Ids of the preview: refused when something else would end by now',
  })
  expects?: string[];
}
