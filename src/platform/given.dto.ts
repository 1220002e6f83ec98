import { PartsField, TextField, TextsField } from './shape';

export class AuthorisationDto {
  @TextField({ longest: 60, description: 'The code of the finding' })
  code: string;

  @TextField({ longest: 2000 })
  reason: string;
}

/** What whoever changes the diary has read, and what a manager allows. */
export class GivenDto {
  @TextsField({ optional: true, description: 'Codes of findings the person booking has read' })
  acknowledged?: string[];

  @PartsField(() => AuthorisationDto, { optional: true })
  authorisations?: AuthorisationDto[];
}
