import type { FieldError } from '../platform/problem';
import type { Unit } from '../units/unit.entity';
import { COLUMNS } from './columns';

export interface ImportFormView {
  readonly title: string;
  readonly errors: readonly FieldError[];
  readonly units: readonly Pick<Unit, 'id' | 'name'>[];
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly unitId: string;
  readonly columns: readonly string[];
}

export function importFormView(
  units: readonly Unit[],
  unitId: string,
  errors: readonly FieldError[],
): ImportFormView {
  const choices = units.map(({ id, name }) => ({ value: id, text: name }));
  return {
    title: 'Import past stays',
    errors,
    units,
    choices: [{ value: '', text: 'Choose a unit' }, ...choices],
    unitId,
    columns: COLUMNS,
  };
}
