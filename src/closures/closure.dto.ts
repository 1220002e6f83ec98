import { CLOSURE_KINDS, type ClosureKind } from '../domain/diary';
import { ListQuery } from '../platform/listing';
import { ChoiceField, DateField, IdField, TextField } from '../platform/shape';

export class NewClosureDto {
  @IdField()
  unitId: string;

  @IdField({ optional: true, description: 'Absent: the whole unit' })
  roomId?: string;

  @DateField()
  fromOn: string;

  @DateField({ description: 'Exclusive: the first night in use again' })
  toOn: string;

  @ChoiceField(CLOSURE_KINDS)
  kind: ClosureKind;

  @TextField({ longest: 2000 })
  reason: string;
}

export class ClosureEndingDto {
  @DateField({ optional: true, description: 'The first night in use again; absent means tonight' })
  on?: string;

  @TextField({ optional: true, longest: 2000 })
  reason?: string;
}

export class ClosureQuery extends ListQuery {
  @IdField()
  unitId: string;

  @DateField({ optional: true })
  from?: string;

  @DateField({ optional: true })
  to?: string;
}
