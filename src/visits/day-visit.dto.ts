import { ENDED_BY, type EndedBy } from '../domain/ledger';
import { ListQuery } from '../platform/listing';
import {
  ChoiceField,
  DateField,
  IdField,
  PartsField,
  TextField,
  TextsField,
  TimeField,
  YesNoField,
} from '../platform/shape';

class VisitAuthorisationDto {
  @TextField({ longest: 60, description: 'The code of the finding' })
  code: string;

  @TextField({ longest: 2000 })
  reason: string;
}

export class NewDayVisitDto {
  @IdField()
  unitId: string;

  @IdField()
  youngPersonId: string;

  @DateField()
  on: string;

  @TimeField({ description: 'In London' })
  fromTime: string;

  @TimeField({ description: 'Later the same day' })
  toTime: string;

  @TextField({ longest: 500, description: 'What it is for: a meal, an activity, homework' })
  purpose: string;

  @TextsField({ optional: true, description: 'Codes of findings the person booking has read' })
  acknowledged?: string[];

  @PartsField(() => VisitAuthorisationDto, { optional: true })
  authorisations?: VisitAuthorisationDto[];
}

export class DayVisitQuery extends ListQuery {
  @IdField({ optional: true })
  unitId?: string;

  @DateField({ optional: true, description: 'Visits from this day on' })
  from?: string;

  @DateField({ optional: true, description: 'Visits before this day' })
  to?: string;

  @IdField({ optional: true })
  youngPersonId?: string;
}

export class VisitCancellationDto {
  @ChoiceField(ENDED_BY)
  by: EndedBy;

  @TextField({ longest: 2000 })
  reason: string;
}

export class AttendanceDto {
  @YesNoField()
  came: boolean;
}
