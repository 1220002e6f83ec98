import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { Misshapen, type FieldError } from './problem';

/** Nobody mends more at once, and nobody is to be sent more than they sent. */
const MOST_SAID = 200;

/** Bodies and queries must have their DTO's shape and nothing more. */
export function shapePipe(): ValidationPipe {
  return new ShapePipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) =>
      new Misshapen(errors.flatMap((error) => fieldErrors(error, '')).slice(0, MOST_SAID)),
  });
}

/**
 * What checks fields by name takes `toString`, `constructor` and the like for fields it knows, because every object has
 * them. Nothing of ours is called so.
 */
class ShapePipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const errors = inheritedNames(value, '');
    if (errors.length > 0) throw new Misshapen(errors.slice(0, MOST_SAID));
    return super.transform(value, metadata);
  }
}

function inheritedNames(value: unknown, above: string): FieldError[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]): FieldError[] => {
    const pointer = `${above}/${escaped(name)}`;
    return name in Object.prototype
      ? [{ pointer, detail: noSuchField(name) }]
      : inheritedNames(each, pointer);
  });
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function noSuchField(name: string): string {
  return `There is no field called "${name.slice(0, 60)}" here.`;
}

function fieldErrors({ property, constraints, children }: ValidationError, above: string): FieldError[] {
  const pointer = `${above}/${escaped(property)}`;
  const own = Object.entries(constraints ?? {}).map(([rule, said]) => ({
    pointer,
    detail: inWords(rule, property, said),
  }));
  return [...own, ...(children ?? []).flatMap((child) => fieldErrors(child, pointer))];
}

function inWords(rule: string, property: string, said: string): string {
  if (rule === 'whitelistValidation') return noSuchField(property);
  if (rule === 'unknownValue' || rule === 'nestedValidation') return 'This must be an object.';
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}
