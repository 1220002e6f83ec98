import { ROLES, type Role } from '../platform/actor';
import { AREAS, MATRIX, type MatrixRule, type Permission } from '../platform/matrix';
import { ROLE_NAMES } from '../platform/role-names';

/** How far a permission goes for one role; `null` when the role has it not. */
type ReachForRole = 'everywhere' | 'own units' | 'own families' | null;

export interface PermissionView {
  readonly permission: Permission;
  readonly area: string;
  readonly says: string;
  readonly roles: readonly { readonly role: Role; readonly reach: Exclude<ReachForRole, null> }[];
}

export interface PermissionsPage {
  readonly title: string;
  readonly wide: true;
  readonly roles: readonly { readonly name: string; readonly isOwn: boolean }[];
  readonly areas: readonly { readonly name: string; readonly id: string; readonly rows: readonly Row[] }[];
}

interface Row {
  readonly says: string;
  readonly cells: readonly { readonly roleName: string; readonly word: string; readonly may: boolean }[];
}

const RULES = Object.entries(MATRIX) as readonly [Permission, MatrixRule][];

function reachFor(role: Role, { roles, reach }: MatrixRule): ReachForRole {
  if (!roles.includes(role)) return null;
  if (reach === 'own people') return role === 'worker' ? 'own families' : 'own units';
  return reach;
}

export function permissionViews(): PermissionView[] {
  return RULES.map(([permission, rule]) => ({
    permission,
    area: rule.area,
    says: rule.says,
    roles: ROLES.flatMap((role) => {
      const reach = reachFor(role, rule);
      return reach ? [{ role, reach }] : [];
    }),
  }));
}

/** The whole matrix, one area a table; every role is a column, the reader's own marked. */
export function permissionsPage(reader: Role): PermissionsPage {
  return {
    title: 'Who may do what',
    wide: true,
    roles: ROLES.map((role) => ({ name: ROLE_NAMES[role], isOwn: role === reader })),
    areas: AREAS.map((name) => ({
      name,
      id: name.toLowerCase().replaceAll(' ', '-'),
      rows: RULES.filter(([, { area }]) => area === name).map(([, rule]) => row(rule)),
    })),
  };
}

const WORDS = { everywhere: 'Yes', 'own units': 'Own units', 'own families': 'Own families' } as const;

function row(rule: MatrixRule): Row {
  return {
    says: `${rule.says.charAt(0).toUpperCase()}${rule.says.slice(1)}`,
    cells: ROLES.map((role) => {
      const reach = reachFor(role, rule);
      return { roleName: ROLE_NAMES[role], word: reach ? WORDS[reach] : 'No', may: reach !== null };
    }),
  };
}
