import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { addYears } from '../domain/calendar-date';
import { londonDate } from '../domain/london';
import type { Actor } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { Misshapen, NotThere } from '../platform/problem';
import { Caseload } from './caseload.service';
import { Family } from './family.entity';
import type { NewFamilyDto, NewYoungPersonDto } from './people.dto';
import { YoungPerson } from './young-person.entity';

/** Nobody older is a young person here: care leavers are, until 25. */
const OLDEST = 25;

const BY_NAME = { familyName: 'ASC', givenName: 'ASC', id: 'ASC' } as const;

export interface FamilyRecords {
  readonly family: Family;
  readonly youngPeople: readonly YoungPerson[];
}

/** Of a child taken in an emergency, not everything is known at once. */
interface WithNotKnown {
  readonly sex?: string | null;
  readonly notKnown?: string[];
}

/** Families and the young people in them. */
@Injectable()
export class People {
  constructor(
    private readonly database: Database,
    private readonly caseload: Caseload,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async addFamily({ reference }: NewFamilyDto, by: Actor): Promise<Family> {
    return this.database.transaction(async (tx) => {
      const family = await tx.save(Family, { reference });
      await this.audit.record(tx, by, { action: 'family.added', subjectId: family.id, after: family });
      return family;
    });
  }

  /** @throws NotThere for a worker to whom the family is a stranger; Misshapen for an unknown one or a date of birth that cannot be. */
  async addYoungPerson(asked: NewYoungPersonDto & WithNotKnown, by: Actor): Promise<YoungPerson> {
    this.refuseImpossibleBirth(asked);
    return this.database.transaction(async (tx) => {
      await this.caseload.refuseStrangersUnlessNew(asked.familyId, by);
      if (!(await tx.existsBy(Family, { id: asked.familyId })))
        throw Misshapen.at('/familyId', 'There is no family with this id.');
      const youngPerson = await tx.save(tx.create(YoungPerson, { sex: null, notKnown: [], ...asked }));
      await this.audit.record(tx, by, {
        action: 'young-person.added',
        youngPersonId: youngPerson.id,
        subjectId: youngPerson.id,
        after: youngPerson,
      });
      return youngPerson;
    });
  }

  /** What was a stand-in becomes what it is. @throws Misshapen for a date of birth that cannot be. */
  async complete(
    tx: EntityManager,
    before: YoungPerson,
    facts: Partial<Omit<YoungPerson, 'id' | 'familyId'>>,
    by: Actor,
  ): Promise<YoungPerson> {
    const after = { ...before, ...facts };
    this.refuseImpossibleBirth(after);
    await tx.save(YoungPerson, after);
    await this.audit.record(tx, by, {
      action: 'young-person.completed',
      ...{ youngPersonId: before.id, subjectId: before.id, before, after },
    });
    return after;
  }

  /** @throws NotThere */
  async family(id: string): Promise<FamilyRecords> {
    const family = await this.database.manager.findOneBy(Family, { id });
    if (!family) throw new NotThere('There is no such family.');
    return { family, youngPeople: await this.ofFamily(id) };
  }

  /** Everybody in the family, by name. */
  async ofFamily(familyId: string): Promise<YoungPerson[]> {
    return this.database.manager.find(YoungPerson, { where: { familyId }, order: BY_NAME });
  }

  /** @throws NotThere */
  async one(id: string): Promise<YoungPerson> {
    const youngPerson = await this.database.manager.findOneBy(YoungPerson, { id });
    if (!youngPerson) throw new NotThere('There is no such young person.');
    return youngPerson;
  }

  /** In the order asked. @throws Misshapen, pointing at each id that is nobody's. */
  async byIds(
    ids: readonly string[],
    pointer = (index: number) => `/youngPersonIds/${index}`,
  ): Promise<YoungPerson[]> {
    const found = await this.database.manager.findBy(YoungPerson, { id: In(ids) });
    const byId = new Map(found.map((youngPerson) => [youngPerson.id, youngPerson]));
    const errors = ids.flatMap((id, index) =>
      byId.has(id) ? [] : [{ pointer: pointer(index), detail: 'There is no young person with this id.' }],
    );
    if (errors.length > 0) throw new Misshapen(errors);
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** Full names, for pages of people who may know them. */
  async namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await this.database.manager.findBy(YoungPerson, { id: In(ids) });
    return new Map(found.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]));
  }

  private refuseImpossibleBirth({ dateOfBirth }: Pick<NewYoungPersonDto, 'dateOfBirth'>): void {
    const today = londonDate(this.clock.now());
    if (dateOfBirth > today) throw Misshapen.at('/dateOfBirth', 'A date of birth cannot be in the future.');
    if (dateOfBirth < addYears(today, -OLDEST))
      throw Misshapen.at('/dateOfBirth', `That is more than ${OLDEST} years ago: check the year.`);
  }
}
