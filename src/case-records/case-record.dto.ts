import { DateField, TextField } from '../platform/shape';

export const LONGEST_ENTRY = 10_000;
export const LONGEST_REASON = 2000;

export class CaseRecordDto {
  @DateField({ description: 'The day it is about: today or before' })
  on: string;

  @TextField({ longest: LONGEST_ENTRY, description: 'For the child’s own file: names no other young person' })
  text: string;
}

export class CorrectionDto {
  @TextField({ longest: LONGEST_ENTRY, description: 'The whole entry as it should have been' })
  text: string;

  @DateField({ optional: true, description: 'The day it is about; absent: that of the entry it corrects' })
  on?: string;

  @TextField({ optional: true, longest: LONGEST_REASON, description: 'What was wrong' })
  reason?: string;
}
