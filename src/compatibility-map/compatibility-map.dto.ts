import { ListQuery } from '../platform/listing';
import { ChoiceField, IdField } from '../platform/shape';

export const WEEKS = ['4', '13', '26'] as const;
export type Weeks = (typeof WEEKS)[number];
export const USUAL_WEEKS: Weeks = '13';

export class CompatibilityMapQuery extends ListQuery {
  @IdField()
  unitId: string;

  @ChoiceField(WEEKS, { optional: true, description: 'How far ahead to look; 13 unless told' })
  weeks?: Weeks;
}
