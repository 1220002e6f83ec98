import { DateField, IdField } from '../platform/shape';

export class BoardQuery {
  @IdField()
  unitId: string;

  @DateField()
  from: string;

  @DateField({ description: 'Exclusive: the first night not shown' })
  to: string;
}
