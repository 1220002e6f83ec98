import { DateField, IdField, IdsField, TextsField, WholeNumberField } from '../platform/shape';
import { WeekdaysField } from '../platform/weekdays';

export class DateSearchDto {
  @IdField()
  unitId: string;

  @IdsField({ least: 1, most: 12 })
  youngPersonIds: string[];

  @WholeNumberField(1, 100)
  nights: number;

  @DateField({ description: 'The earliest day of arrival' })
  earliest: string;

  @DateField({ description: 'The latest day of arrival; at most 400 days after the earliest' })
  latest: string;

  @WeekdaysField('Days of arrival that suit: 1 Monday to 7 Sunday, or their English names')
  weekdays?: (number | string)[];

  @TextsField({ optional: true, description: 'Room features wished for, best first' })
  wishes?: string[];
}
