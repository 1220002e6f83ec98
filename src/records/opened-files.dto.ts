import { WordsField } from '../platform/shape';
import { LONGEST_REASON } from './opened-files.service';

export class OpeningDto {
  @WordsField({ longest: LONGEST_REASON, description: 'Why this file is needed now; 20 letters or more' })
  reason: string;
}
