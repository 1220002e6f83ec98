import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { isCalendarDate } from '../domain/calendar-date';

/** One decorator for each kind of field: says its shape once, for the check and for the OpenAPI document. */

interface Optional {
  readonly optional?: boolean;
  /** `null` says something of its own; elsewhere it says as little as a field that is left out. */
  readonly nullable?: boolean;
  readonly description?: string;
}

interface Listed {
  readonly most?: number;
  readonly least?: number;
}

const NO_NUL = /^[^\0]*$/u;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

function IsCalendarDate(each = false): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isCalendarDate',
      validator: {
        validate: isCalendarDate,
        defaultMessage: (about) => `${about?.property ?? 'this'} must be a real date written as 2026-03-29`,
      },
    },
    { each },
  );
}

export function DateField(options: Optional = {}): PropertyDecorator {
  return field({ type: String, format: 'date' }, options, IsCalendarDate());
}

export function InstantField(options: Optional = {}): PropertyDecorator {
  const instant = ValidateBy({
    name: 'isInstant',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'string' &&
        INSTANT.test(value) &&
        isCalendarDate(value.slice(0, 10)) &&
        isFinite(Date.parse(value)),
      defaultMessage: (about) =>
        `${about?.property ?? 'this'} must be an instant with its offset, such as 2026-03-29T16:00:00+01:00`,
    },
  });
  return field({ type: String, format: 'date-time' }, options, instant);
}

export function TimeField(options: Optional = {}): PropertyDecorator {
  return field(
    { type: String, pattern: TIME.source },
    options,
    Matches(TIME, { message: '$property must be a time such as 16:00' }),
  );
}

export function IdField(options: Optional = {}): PropertyDecorator {
  return field(
    { type: String, format: 'uuid' },
    options,
    Transform(lowered),
    Matches(UUID, { message: '$property must be an id (a UUID)' }),
  );
}

export function IdsField(options: Optional & Listed = {}): PropertyDecorator {
  const { least = 0, most = 50 } = options;
  return field(
    { type: [String], format: 'uuid', minItems: least, maxItems: most },
    options,
    IsArray(),
    ArrayMinSize(least),
    ArrayMaxSize(most),
    Transform(lowered),
    Matches(UUID, { each: true, message: 'each of $property must be an id (a UUID)' }),
  );
}

/** A line or more of words, trimmed; empty is not words. */
export function TextField(options: Optional & { readonly longest?: number } = {}): PropertyDecorator {
  const { longest = 200 } = options;
  return field(
    { type: String, minLength: 1, maxLength: longest },
    options,
    Transform(trimmed),
    ...checksOfText(longest),
  );
}

/** Words as one text or as a list of points; kept as one text, a point a line. */
export function WordsField(options: Optional & { readonly longest?: number } = {}): PropertyDecorator {
  const shape = { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };
  return field(shape, options, Transform(joined), ...checksOfText(options.longest ?? 4000));
}

function checksOfText(longest: number): PropertyDecorator[] {
  return [
    IsString({ message: '$property must be text' }),
    Matches(/\S/u, { message: '$property must not be empty' }),
    Matches(NO_NUL, { message: '$property must not hold the character NUL' }),
    MaxLength(longest, { message: `$property must be at most ${longest} characters` }),
  ];
}

function trimmed({ value }: { value: unknown }): unknown {
  return typeof value === 'string' ? value.trim() : value;
}

function lowered({ value }: { value: unknown }): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => lowered({ value: each }));
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function joined({ value }: { value: unknown }): unknown {
  const isListOfTexts = Array.isArray(value) && value.every((point) => typeof point === 'string');
  return trimmed({ value: isListOfTexts ? value.join('\n') : value });
}

export function TextsField(options: Optional & Listed = {}): PropertyDecorator {
  const { least = 0, most = 50 } = options;
  return field(
    { type: [String], minItems: least, maxItems: most },
    options,
    IsArray(),
    ArrayMinSize(least),
    ArrayMaxSize(most),
    IsString({ each: true, message: 'each of $property must be text' }),
    Matches(NO_NUL, { each: true, message: '$property must not hold the character NUL' }),
    MaxLength(200, { each: true, message: 'each of $property must be at most 200 characters' }),
  );
}

export function WholeNumberField(least: number, most: number, options: Optional = {}): PropertyDecorator {
  return field(
    { type: 'integer', minimum: least, maximum: most },
    options,
    IsInt({ message: '$property must be a whole number' }),
    Min(least, { message: `$property must be ${least} or more` }),
    Max(most, { message: `$property must be ${most} or less` }),
  );
}

export function YesNoField(options: Optional = {}): PropertyDecorator {
  return field({ type: Boolean }, options, IsBoolean({ message: '$property must be true or false' }));
}

export function ChoiceField(choices: readonly string[], options: Optional = {}): PropertyDecorator {
  const message = `$property must be one of: ${choices.join(', ')}`;
  return field({ enum: [...choices] }, options, IsIn(choices, { message }));
}

export function ChoicesField(choices: readonly string[], options: Optional & Listed = {}): PropertyDecorator {
  const { least = 0, most = choices.length } = options;
  const message = `each of $property must be one of: ${choices.join(', ')}`;
  return field(
    { type: 'array', items: { type: 'string', enum: [...choices] }, minItems: least, maxItems: most },
    options,
    IsArray({ message: '$property must be a list' }),
    ArrayMinSize(least),
    ArrayMaxSize(most),
    IsIn(choices, { each: true, message }),
  );
}

export function PartField(type: () => new () => object, options: Optional = {}): PropertyDecorator {
  return field(
    // Only a function called `type` is asked for the class it means.
    { type: () => type() },
    options,
    IsObject({ message: '$property must be an object' }),
    ValidateNested({ message: '$property must be an object' }),
    Type(type),
  );
}

export function PartsField(type: () => new () => object, options: Optional & Listed = {}): PropertyDecorator {
  const { least = 0, most = 50 } = options;
  return field(
    { type: () => [type()], minItems: least, maxItems: most },
    options,
    IsArray({ message: '$property must be a list' }),
    ArrayMinSize(least, { message: `$property must have at least ${least}` }),
    ArrayMaxSize(most, { message: `$property must have at most ${most}` }),
    IsObject({ each: true, message: 'each of $property must be an object' }),
    ValidateNested({ each: true, message: 'each of $property must be an object' }),
    Type(type),
  );
}

function field(shape: object, options: Optional, ...checks: PropertyDecorator[]): PropertyDecorator {
  const documented = {
    ...shape,
    required: !options.optional,
    ...(options.description ? { description: options.description } : {}),
  } as ApiPropertyOptions;
  return applyDecorators(ApiProperty(documented), ...checks, ...leaveOut(options));
}

function leaveOut({ optional, nullable }: Optional): PropertyDecorator[] {
  if (!optional) return [];
  return nullable
    ? [IsOptional()]
    : [IsOptional(), Transform(({ value }: { value: unknown }) => value ?? undefined)];
}
