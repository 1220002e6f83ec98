import { ListQuery } from '../platform/listing';
import { DateField, IdField, TextField } from '../platform/shape';

export class AuditQuery extends ListQuery {
  @IdField({ optional: true, description: 'What is about this young person, and searches that found them' })
  youngPersonId?: string;

  @TextField({ optional: true, description: 'The id of an account, or words of the name of its holder' })
  actor?: string;

  @TextField({ optional: true, description: 'Such as stay.confirmed' })
  action?: string;

  @DateField({ optional: true, description: 'From the beginning of this day' })
  from?: string;

  @DateField({ optional: true, description: 'To the beginning of this day' })
  to?: string;
}
