import type { FieldError } from '../platform/problem';
import type { Unit } from './unit.entity';

export interface UnitFormView<Form> {
  readonly title: string;
  readonly caption: string;
  readonly unit: Unit;
  readonly back: { readonly text: string; readonly href: string };
  readonly form: Form;
  readonly errors: readonly FieldError[];
}

/** A form on something of a unit. */
export function unitFormView<Form>(
  title: string,
  unit: Unit,
  form: Form,
  errors: readonly FieldError[],
): UnitFormView<Form> {
  const back = { text: `Back to ${unit.name}`, href: `/units/${unit.id}` };
  return { title, caption: unit.name, unit, back, form, errors };
}
