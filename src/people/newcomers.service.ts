import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database';
import { Caseload } from './caseload.service';
import { PeopleSearch } from './search.service';
import { People, type FamilyRecords } from './people.service';
import type { Known } from './people.view';
import { NEW_FAMILY, type YoungPersonForm } from './young-person-form';
import type { YoungPerson } from './young-person.entity';

/** Few enough to read through. */
const MOST_SHOWN = 8;

const MOST_LOOKED_AT = 500;

/** Putting a young person on file: with which family, and whether they are there already. */
@Injectable()
export class Newcomers {
  constructor(
    private readonly people: People,
    private readonly search: PeopleSearch,
    private readonly database: Database,
    private readonly caseload: Caseload,
  ) {}

  /** The young person and, when it is new, the family: both or neither. @throws Misshapen */
  async add(form: YoungPersonForm, by: Actor): Promise<YoungPerson> {
    const { givenName, familyName, dateOfBirth, caseReference } = form;
    return this.database.transaction(async () => {
      const familyId =
        form.family === NEW_FAMILY
          ? (await this.people.addFamily({ reference: form.familyReference }, by)).id
          : form.family;
      const asked = { familyId, givenName, familyName, dateOfBirth, caseReference };
      return this.people.addYoungPerson(asked, by);
    });
  }

  /** Whether whoever adds them may open the family's page: not before its CAS plan is open. */
  async isOwn(familyId: string, by: Actor): Promise<boolean> {
    const own = await this.caseload.familyIds(by);
    return own?.has(familyId) ?? true;
  }

  /** The family chosen, then those of young people found. */
  async families({ family, search }: YoungPersonForm, by: Actor): Promise<FamilyRecords[]> {
    const { items } = search ? await this.search.find({ search, limit: MOST_SHOWN }, by) : { items: [] };
    const chosen = family === NEW_FAMILY ? [] : [family];
    for (const id of chosen) await this.caseload.refuseStrangersUnlessNew(id, by);
    const ids = new Set([...chosen, ...items.map(({ familyId }) => familyId)]);
    return Promise.all([...ids].map((id) => this.people.family(id)));
  }

  /** Young people on file who may be the same: called alike and born the same day, or of the same case. */
  async alike(form: YoungPersonForm, by: Actor): Promise<Known[]> {
    const { givenName, familyName, caseReference } = form;
    const byName = await this.search.find(
      { search: `${givenName} ${familyName}`, limit: MOST_LOOKED_AT },
      by,
      (found) => mayBeSame(found, form),
    );
    const byCase = await this.search.find({ search: caseReference, limit: MOST_LOOKED_AT }, by, (found) =>
      isSame(found.caseReference, caseReference),
    );
    const likely = [...byName.items, ...byCase.items];
    return [...new Map(likely.map((found) => [found.id, found])).values()].slice(0, MOST_SHOWN);
  }
}

/** Twins are born the same day too, but rarely with the same initial. */
function mayBeSame(found: Known, { givenName, familyName, dateOfBirth }: YoungPersonForm): boolean {
  const isCalledAlike =
    isSame(found.givenName, givenName) ||
    (isSame(found.familyName, familyName) && isSame(found.givenName.charAt(0), givenName.charAt(0)));
  return found.dateOfBirth === dateOfBirth && isCalledAlike;
}

function isSame(one: string, other: string): boolean {
  return one.localeCompare(other, 'en-GB', { sensitivity: 'base' }) === 0;
}
