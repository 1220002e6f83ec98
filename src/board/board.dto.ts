import { DateField, IdField } from '../platform/shape';

export class EventsQuery {
  @IdField()
  unitId: string;
}

export class BoardQuery extends EventsQuery {
  @DateField()
  from: string;

  @DateField({ description: 'Exclusive: the first night not shown' })
  to: string;
}
