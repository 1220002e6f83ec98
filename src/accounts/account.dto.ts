import { ROLES, type Role } from '../platform/actor';
import { ChoiceField, IdsField, InstantField, TextField, WordsField } from '../platform/shape';

const MOST_UNITS = 100;

/** What an account is for. */
export class AccountTermsDto {
  @TextField({ longest: 200 })
  name: string;

  @ChoiceField(ROLES)
  role: Role;

  @TextField({
    optional: true,
    longest: 200,
    description: 'Where notices go, and how the account is found at sign-in',
  })
  email?: string;

  @IdsField({
    optional: true,
    most: MOST_UNITS,
    description: 'The units it is for; every one unless some are named',
  })
  unitIds?: string[];

  @TextField({ optional: true, longest: 100, description: 'CAS workers of a team cover for each other' })
  team?: string;

  @InstantField({ optional: true, description: 'It cannot be used before' })
  opensAt?: string;

  @InstantField({ optional: true, description: 'It cannot be used from then on; a visitor’s within 31 days' })
  closesAt?: string;
}

export class NewAccountDto extends AccountTermsDto {
  @TextField({ longest: 100, description: 'Small letters, digits, dots and hyphens' })
  username: string;
}

export class ChangedAccountDto extends AccountTermsDto {
  @WordsField({ longest: 2000, description: 'Why it changes; kept in the audit trail' })
  reason: string;
}

export class AccountClosingDto {
  @WordsField({ longest: 2000, description: 'Why it ends; kept in the audit trail' })
  reason: string;
}
