import { DateField, IdField, IdsField, PartsField, TextField } from '../platform/shape';

export class PairDto {
  @IdsField({ least: 2, most: 2, description: 'The pair, either way round' })
  youngPersonIds: string[];
}

export class NewAssessmentRequestDto {
  @PartsField(() => PairDto, {
    optional: true,
    least: 1,
    description: 'The pairs themselves, when they are known',
  })
  pairs?: PairDto[];

  @IdField({ optional: true, description: 'The request for a break they are asked for' })
  requestId?: string;

  @IdsField({ optional: true, least: 1, most: 12, description: 'Or: those who would stay' })
  youngPersonIds?: string[];

  @IdField({ optional: true, description: 'and where' })
  unitId?: string;

  @DateField({ optional: true, description: 'and when' })
  arrivesOn?: string;

  @DateField({ optional: true })
  departsOn?: string;

  @TextField({ optional: true, longest: 2000 })
  reason?: string;
}
