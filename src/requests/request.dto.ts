import { Transform } from 'class-transformer';
import { REQUEST_STATUSES, URGENCIES, type RequestStatus, type Urgency } from '../domain/request';
import { GivenDto } from '../platform/given.dto';
import { ListQuery } from '../platform/listing';
import {
  ChoiceField,
  DateField,
  IdField,
  IdsField,
  TextField,
  TextsField,
  WholeNumberField,
  YesNoField,
} from '../platform/shape';
import { WeekdayField, WeekdaysField } from '../platform/weekdays';

const MOST_TOGETHER = 12;
const MOST_NIGHTS = 100;
const MOST_HOLD_HOURS = 720;

/** What a request and a series have in common. */
class AskDto {
  @IdField()
  unitId: string;

  @IdsField({ least: 1, most: MOST_TOGETHER, description: 'Of one family; placed all or none' })
  youngPersonIds: string[];

  @WholeNumberField(1, MOST_NIGHTS)
  nights: number;

  @TextField({ longest: 4000 })
  reason: string;

  @ChoiceField(URGENCIES)
  urgency: Urgency;

  @TextsField({ optional: true, description: 'Room features wished for, best first' })
  wishes?: string[];
}

export class NewRequestDto extends AskDto {
  @DateField({ description: 'The earliest day of arrival' })
  earliest: string;

  @DateField({ description: 'The latest day of arrival; at most 400 days after the earliest' })
  latest: string;

  @WeekdaysField('Days of arrival that suit: 1 Monday to 7 Sunday, or their English names')
  weekdays?: (number | string)[];

  @IdsField({ optional: true, description: 'Who may be left out when not everybody can stay' })
  mayLeaveOut?: string[];
}

export class NewSeriesDto extends AskDto {
  @WeekdayField('The day of arrival: 1 Monday to 7 Sunday, or its English name')
  weekday: number | string;

  @WholeNumberField(1, 12, { description: '2 means every other week' })
  everyWeeks: number;

  @DateField({ description: 'The first arrival is on this day or after it' })
  from: string;

  @DateField({ description: 'The last arrival is on this day or before it' })
  until: string;
}

export class RequestQuery extends ListQuery {
  @ChoiceField(REQUEST_STATUSES, { optional: true })
  status?: RequestStatus;

  @IdField({ optional: true })
  unitId?: string;

  @IdField({ optional: true })
  familyId?: string;
}

export class RequestDatesQuery {
  @Transform(listed)
  @IdsField({ optional: true, most: MOST_TOGETHER, description: 'Who would be left out' })
  leaveOut?: string[];
}

export class RequestPlacementDto extends GivenDto {
  @DateField({ optional: true, description: 'Absent: the best date there is' })
  arrivesOn?: string;

  @IdsField({ optional: true, description: 'Who does not stay; only whom the worker accepts to be left out' })
  leaveOut?: string[];
}

export class RequestOfferDto extends GivenDto {
  @DateField({ optional: true, description: 'Absent: the best date there is' })
  arrivesOn?: string;

  @IdsField({ optional: true, description: 'Who does not stay; the worker must accept it' })
  leaveOut?: string[];

  @WholeNumberField(1, MOST_HOLD_HOURS, {
    optional: true,
    description: 'How long the beds are held; absent: as long as the unit holds beds',
  })
  expiresInHours?: number;
}

export class AcceptanceDto {
  @YesNoField({ optional: true, description: 'Who is left out may be left out' })
  acceptsLeftOut?: boolean;
}

export class ChoiceDto {
  @DateField({ description: 'The day of arrival chosen' })
  arrivesOn: string;

  @TextsField({ optional: true, description: 'Codes of the findings that were read' })
  acknowledged?: string[];
}

export class OfferRefusalDto {
  @TextField({ longest: 2000 })
  reason: string;
}

export class NotYetDto {
  @TextField({ optional: true, longest: 2000 })
  words?: string;
}

export class DeclineDto {
  @TextField({
    longest: 2000,
    description:
      'no-suitable-dates, nights-used, not-compatible, unit-closed, needs-other-service, plan-needed or other; anything else is kept as the words of another reason',
  })
  reason: string;

  @TextField({ optional: true, longest: 2000, description: 'Required for other' })
  words?: string;
}

export class WithdrawalDto {
  @TextField({ optional: true, longest: 2000 })
  reason?: string;
}

/** An address that says something once has no list of it. */
function listed({ value }: { value: unknown }): unknown {
  return typeof value === 'string' ? [value] : value;
}
