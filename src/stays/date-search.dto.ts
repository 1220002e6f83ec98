import { ArrayMaxSize, IsArray, IsOptional, ValidateBy } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { DateField, IdField, IdsField, TextsField, WholeNumberField } from '../platform/shape';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

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

  @ApiProperty({
    required: false,
    type: 'array',
    items: { oneOf: [{ type: 'integer', minimum: 1, maximum: 7 }, { type: 'string' }] },
    description: 'Days of arrival that suit: 1 Monday to 7 Sunday, or their English names',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(7)
  @ValidateBy(
    {
      name: 'isWeekday',
      validator: {
        validate: (value: unknown) => weekday(value) !== undefined,
        defaultMessage: () => 'each of weekdays must be 1 (Monday) to 7 (Sunday), or a name such as "friday"',
      },
    },
    { each: true },
  )
  weekdays?: (number | string)[];

  @TextsField({ optional: true, description: 'Room features wished for, best first' })
  wishes?: string[];
}

/** ISO number of a weekday given as number or as English name, whole or its first three letters. */
export function weekday(value: unknown): number | undefined {
  if (typeof value === 'number')
    return Number.isInteger(value) && value >= 1 && value <= 7 ? value : undefined;
  if (typeof value !== 'string' || value.length < 3) return undefined;
  const named = DAYS.findIndex(
    (day) => day === value.toLowerCase() || day.slice(0, 3) === value.toLowerCase(),
  );
  return named < 0 ? undefined : named + 1;
}
