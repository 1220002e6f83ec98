import type { Role } from '../actor';
import { ROLE_NAMES } from '../role-names';
import type { Recorded } from './audit-reader';

/** Who did it, in the role they had then. */
export function whoWords({ actorName, actorRole }: Pick<Recorded, 'actorName' | 'actorRole'>): string {
  const roleName = ROLE_NAMES[actorRole as Role] as string | undefined;
  return roleName ? `${actorName}, ${roleName}` : actorName;
}
