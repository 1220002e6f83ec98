import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { Misshapen, type FieldError } from './problem';

/** Bodies and queries must have their DTO's shape and nothing more. */
export function shapePipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new Misshapen(errors.flatMap((error) => fieldErrors(error, ''))),
  });
}

function fieldErrors({ property, constraints, children }: ValidationError, above: string): FieldError[] {
  const pointer = `${above}/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(constraints ?? {}).map(([rule, said]) => ({
    pointer,
    detail: inWords(rule, property, said),
  }));
  return [...own, ...(children ?? []).flatMap((child) => fieldErrors(child, pointer))];
}

function inWords(rule: string, property: string, said: string): string {
  if (rule === 'whitelistValidation') return `There is no field called "${property.slice(0, 60)}" here.`;
  if (rule === 'unknownValue' || rule === 'nestedValidation') return 'This must be an object.';
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}
