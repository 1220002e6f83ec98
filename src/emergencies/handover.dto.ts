import { IdField, IdsField } from '../platform/shape';

export class HandoverQuery {
  @IdField({ optional: true, description: 'Unless given, every unit somebody came to that night' })
  unitId?: string;
}

export class AcknowledgementDto {
  @IdField({ optional: true, description: 'Unless given, every unit somebody came to that night' })
  unitId?: string;

  @IdsField({ optional: true, description: 'The claims that were read: refused when there is another' })
  claimIds?: string[];
}
