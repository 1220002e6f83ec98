import type { FieldError } from './problem';

interface ErrorLink {
  readonly text: string;
  readonly href: string;
}

/** The errors a page shows at its top, each leading to its field. */
export function errorLinks(errors: readonly FieldError[]): ErrorLink[] {
  return errors.map(({ pointer, detail }) => ({ text: detail, href: `#${fieldId(nameAt(pointer))}` }));
}

/** The first error of one field, as the components take it. */
export function errorAt(
  errors: readonly FieldError[] | undefined,
  name: string,
): { text: string } | undefined {
  const error = errors?.find(({ pointer }) => nameAt(pointer) === name);
  return error && { text: error.detail };
}

/** `stays/0/arrivesOn` cannot be an id people link to; `stays-0-arrivesOn` can. */
export function fieldId(name: string): string {
  return name.replaceAll('/', '-');
}

function nameAt(pointer: string): string {
  return pointer.replace(/^\//, '');
}
