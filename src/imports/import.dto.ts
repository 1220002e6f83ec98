import { IdField } from '../platform/shape';

export class NewImportDto {
  @IdField()
  unitId: string;
}
