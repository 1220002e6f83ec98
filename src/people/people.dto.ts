import { ListQuery } from '../platform/listing';
import { DateField, IdField, TextField } from '../platform/shape';

export class NewFamilyDto {
  @TextField({ description: 'What the council calls the family' })
  reference: string;
}

export class FamiliesQuery extends ListQuery {
  @TextField({ optional: true, description: 'A reference, or the name of a young person of the family' })
  search?: string;
}

export class NewYoungPersonDto {
  @IdField()
  familyId: string;

  @TextField()
  givenName: string;

  @TextField()
  familyName: string;

  @DateField()
  dateOfBirth: string;

  @TextField()
  caseReference: string;
}

export class YoungPeopleQuery extends ListQuery {
  @TextField({
    optional: true,
    description: 'A name or case reference; spelling and accents need not be exact',
  })
  search?: string;
}
