import {
  CAS_PLAN_CLOSED_REASONS,
  CAS_PLAN_STATUSES,
  SUPPORT_KINDS,
  type CasPlanClosedReason,
  type CasPlanStatus,
  type SupportKind,
} from '../domain/cas-plan';
import { ListQuery } from '../platform/listing';
import { ChoiceField, DateField, IdField, IdsField, PartsField, TextField } from '../platform/shape';

const WHAT_ENDS = 'Ids of the preview: refused when something else would end by now';

export class CasGoalDto {
  @TextField({ longest: 1000 })
  text: string;
}

export class NewCasPlanDto {
  @IdField()
  familyId: string;

  @IdField({ optional: true, description: 'Absent: whoever opens it' })
  keyWorkerId?: string;

  @ChoiceField(SUPPORT_KINDS)
  support: SupportKind;

  @TextField({ optional: true, description: 'The social worker it is co-worked with' })
  socialWorker?: string;

  @DateField()
  startsOn: string;

  @DateField()
  reviewOn: string;

  @PartsField(() => CasGoalDto, { least: 1 })
  goals: CasGoalDto[];
}

export class CasPlanQuery extends ListQuery {
  @IdField({ optional: true })
  familyId?: string;

  @ChoiceField(CAS_PLAN_STATUSES, { optional: true })
  status?: CasPlanStatus;
}

export class SupportDto {
  @ChoiceField(SUPPORT_KINDS)
  kind: SupportKind;

  @DateField({ description: 'From this day on; the support before it ends then' })
  fromOn: string;

  @TextField({ optional: true })
  socialWorker?: string;
}

export class KeyWorkerDto {
  @IdField()
  keyWorkerId: string;
}

export class EndingsQuery {
  @DateField({ optional: true, description: 'Absent: today' })
  on?: string;
}

export class CasPlanClosureDto {
  @DateField({ description: 'The first day that is no longer of the plan' })
  on: string;

  @ChoiceField(CAS_PLAN_CLOSED_REASONS)
  reason: CasPlanClosedReason;

  @TextField({ optional: true, longest: 4000 })
  words?: string;

  @IdsField({ optional: true, most: 500, description: WHAT_ENDS })
  expects?: string[];
}

export class DormancyDto {
  @DateField({ optional: true, description: 'Absent: today' })
  on?: string;

  @TextField({ optional: true, longest: 4000 })
  reason?: string;

  @IdsField({ optional: true, most: 500, description: WHAT_ENDS })
  expects?: string[];
}

export class ReopeningDto {
  @TextField({ optional: true, longest: 4000 })
  reason?: string;
}
