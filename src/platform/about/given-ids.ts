import type { About } from './about';
import { idsIn } from './ids-elsewhere';

/** Nobody asks about more at once; whoever sends thousands of ids shall not write thousands of entries. */
const MOST = 20;

/** The units, families and children that what somebody sent names, whether there is anything by these ids or not. */
export function givenIds(...sent: readonly unknown[]): About {
  const named = idsIn(sent);
  const ids = (of: string) =>
    [...new Set(named.filter(({ noun }) => noun === of).map(({ id }) => id))].slice(0, MOST);
  return { unitIds: ids('units'), familyIds: ids('families'), youngPersonIds: ids('young-people') };
}
