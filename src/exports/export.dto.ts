import type { Step } from '../domain/periods';
import { ChoiceField, DateField, IdField } from '../platform/shape';

const STEPS: readonly Step[] = ['month', 'week'];

export class StaysExportQuery {
  @IdField()
  unitId: string;

  @DateField({ description: 'Stays with a night from this date on' })
  from: string;

  @DateField({ description: 'Exclusive; at most ten years after the start' })
  to: string;
}

export class OccupancyExportQuery extends StaysExportQuery {
  @ChoiceField(STEPS, { optional: true, description: 'A row for each; absent: one row' })
  by?: Step;
}
