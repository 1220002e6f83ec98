import type { Step } from '../domain/periods';
import { ChoiceField, DateField, IdField } from '../platform/shape';

const STEPS: readonly Step[] = ['month', 'week'];

export class CostQuery {
  @IdField()
  unitId: string;

  @DateField()
  from: string;

  @DateField({ description: 'Exclusive: the first night that no longer counts' })
  to: string;
}

export class OccupancyQuery extends CostQuery {
  @ChoiceField(STEPS, { optional: true, description: 'How to cut the period up; absent: in one piece' })
  by?: Step;
}
