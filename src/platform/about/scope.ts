import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Person } from '../actor';
import { Database } from '../database';
import type { Permission } from '../matrix';
import { NotThere } from '../problem';
import { isId } from '../sent-form';
import { nounOf, type About } from './about';
import { familiesWithin, unitsOf } from './families-of';
import { idsIn, type Named } from './ids-elsewhere';
import { Subjects } from './subjects';

/** A bed may be claimed for any child, and a file opened of any, wherever they were known before. */
const FOR_ANY_CHILD: readonly (Permission | undefined)[] = ['claim emergency beds', 'open files'];

/** What is said of what there is not, and of what is not theirs to know of. */
const WORDS: Readonly<Record<string, string>> = {
  ...{ families: 'family', 'young-people': 'young person', units: 'unit', rooms: 'room', stays: 'stay' },
  ...{ 'cas-plans': 'CAS plan', 'short-break-plans': 'short-break plan', 'day-visits': 'day visit' },
  ...{ requests: 'request', 'request-series': 'series of requests', tasks: 'task', notices: 'notice' },
  ...{ closures: 'closure', imports: 'import', 'solo-decisions': 'solo decision' },
  accounts: 'account',
};

/**
 * Units and teams: what somebody asks about, in the address or anywhere else, has to be of their own. What there is not
 * and what is not theirs answer alike, so that nothing is confirmed.
 */
@Injectable()
export class Scope {
  constructor(
    private readonly subjects: Subjects,
    private readonly database: Database,
  ) {}

  /** @throws NotThere */
  async refuseStrange(request: Request, person: Person, permission: Permission | undefined): Promise<void> {
    if (person.role !== 'worker' && unitsOf(person) === null) return;
    const anyChild = FOR_ANY_CHILD.includes(permission);
    const named = [
      ...inAddress(request),
      ...idsIn(request.params),
      ...idsIn(request.query),
      ...idsIn(request.body),
    ];
    const families = named.length > 0 ? await familiesWithin(this.database, person) : new Set<string>();
    for (const [noun, ids] of byNoun(named)) {
      if (anyChild && noun === 'young-people') continue;
      const found = await this.subjects.eachNamed(noun, ids);
      for (const id of ids) {
        const about = found.get(id);
        if (!about || !isOwn(about, person, families))
          throw new NotThere(`There is no such ${WORDS[noun] ?? 'record'}.`);
      }
    }
  }
}

function isOwn({ unitIds, familyIds }: About, person: Person, families: ReadonlySet<string>): boolean {
  const own = unitsOf(person);
  if (own && unitIds.length > 0 && !unitIds.some((id) => own.includes(id))) return false;
  if (unitIds.length > 0 && person.role !== 'worker') return true;
  return familyIds.every((id) => families.has(id));
}

function inAddress({ route, params }: Request): Named[] {
  const noun = nounOf((route as { readonly path?: string } | undefined)?.path ?? '');
  const { id } = params;
  return noun !== undefined && typeof id === 'string' && isId(id) ? [{ noun, id: id.toLowerCase() }] : [];
}

function byNoun(named: readonly Named[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { noun, id } of named) {
    const ids = groups.get(noun) ?? [];
    if (!ids.includes(id)) groups.set(noun, [...ids, id]);
  }
  return groups;
}
