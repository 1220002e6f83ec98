import { ROLES, type Role } from '../platform/actor';
import { ChoiceField, IdsField, InstantField, TextField } from '../platform/shape';

const UNITS = 'null for every unit, an empty list for none';
const OPENS = 'before it nobody can use the account';
const CLOSES = 'from then on nobody can; 31 days after it opens at most for a visitor';

export class NewAccountDto {
  @TextField({ longest: 60, description: 'small letters, digits, dots and hyphens' })
  username: string;

  @TextField()
  name: string;

  @ChoiceField(ROLES)
  role: Role;

  @TextField({ optional: true, nullable: true, description: 'where notices go' })
  email?: string | null;

  @IdsField({ optional: true, nullable: true, description: `has to be given: ${UNITS}` })
  unitIds?: string[] | null;

  @TextField({ optional: true, nullable: true })
  team?: string | null;

  @InstantField({ optional: true, nullable: true, description: OPENS })
  opensAt?: string | null;

  @InstantField({ optional: true, nullable: true, description: CLOSES })
  closesAt?: string | null;
}

/** What is not named stays as it is. */
export class AccountChangeDto {
  @ChoiceField(ROLES, { optional: true })
  role?: Role;

  @IdsField({ optional: true, nullable: true, description: UNITS })
  unitIds?: string[] | null;

  @TextField({ optional: true, nullable: true, description: 'null for none' })
  team?: string | null;

  @InstantField({ optional: true, nullable: true, description: `${OPENS}; null for no such moment` })
  opensAt?: string | null;

  @InstantField({ optional: true, nullable: true, description: `${CLOSES}; null for no such moment` })
  closesAt?: string | null;

  @TextField({ longest: 2000 })
  reason: string;
}

export class AccountClosureDto {
  @TextField({ longest: 2000 })
  reason: string;
}
