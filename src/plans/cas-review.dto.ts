import { DateField, TextField } from '../platform/shape';

export class NewCasReviewDto {
  @DateField({ description: 'Not in the future' })
  heldOn: string;

  @TextField({ longest: 4000 })
  decisions: string;

  @DateField()
  nextReviewOn: string;
}
