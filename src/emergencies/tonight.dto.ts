import { IdField } from '../platform/shape';

export class TonightQuery {
  @IdField({ optional: true, description: 'Unless given, the first unit at work today' })
  unitId?: string;
}
