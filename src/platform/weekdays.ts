import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, ValidateBy } from 'class-validator';
import { weekday } from '../domain/weekday';

const SHAPE = { oneOf: [{ type: 'integer', minimum: 1, maximum: 7 }, { type: 'string' }] };

/** Days of the week, as numbers or by name; absent means that every day suits. */
export function WeekdaysField(description: string): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ required: false, type: 'array', items: SHAPE, description }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(7),
    IsWeekday({ each: true }),
  );
}

export function WeekdayField(description: string): PropertyDecorator {
  return applyDecorators(ApiProperty({ ...SHAPE, description }), IsWeekday({ each: false }));
}

function IsWeekday({ each }: { readonly each: boolean }): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isWeekday',
      validator: {
        validate: (value: unknown) => weekday(value) !== undefined,
        defaultMessage: (about) =>
          `${each ? 'each of ' : ''}${about?.property ?? 'this'} must be 1 (Monday) to 7 (Sunday), or a name such as "friday"`,
      },
    },
    { each },
  );
}
