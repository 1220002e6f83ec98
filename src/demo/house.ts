import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { addDays, addYears, type CalendarDate } from '../domain/calendar-date';
import { Family } from '../people/family.entity';
import { YoungPerson } from '../people/young-person.entity';
import type { UnitRecords } from '../units/units.service';
import { LET_IN, SOLO, YOUNG_PEOPLE, type DemoYoungPerson } from './young-people';

export type OnFile = Pick<YoungPerson, 'id' | 'familyId' | 'givenName' | 'familyName'>;

/** The demonstration's house with everybody who stays there, by the names the demonstration knows them by. */
export class House {
  private readonly people: ReadonlyMap<string, OnFile>;

  private constructor(
    private readonly records: UnitRecords,
    people: readonly OnFile[],
  ) {
    this.people = new Map(people.map((person) => [`${person.givenName} ${person.familyName}`, person]));
  }

  /** Puts everybody on file. */
  static async filled(tx: EntityManager, records: UnitRecords, today: CalendarDate): Promise<House> {
    const names = [...new Set(YOUNG_PEOPLE.map(({ family }) => family))];
    const families = names.map((name, index) => ({
      id: randomUUID(),
      reference: `LH-${101 + index} ${name}`,
    }));
    await tx.insert(Family, families);
    const people = YOUNG_PEOPLE.map((person, index) => {
      const familyId = families[names.indexOf(person.family)]?.id ?? '';
      return { id: randomUUID(), familyId, ...onFile(person, index, today) };
    });
    await tx.insert(YoungPerson, people);
    return new House(records, people);
  }

  get everybody(): OnFile[] {
    return [...this.people.values()];
  }

  get unitId(): string {
    return this.records.unit.id;
  }

  idOf(name: string): string {
    return this.person(name).id;
  }

  roomId(number: number): string {
    const room = this.records.rooms.find((each) => each.number === number);
    if (!room) throw new Error(`There is no room ${number}`);
    return room.id;
  }

  /** Whom the beds count as one: the solo guest and the sibling let in, by their family. */
  partyOf(name: string): string {
    const { id, familyId } = this.person(name);
    return name === SOLO || name === LET_IN ? familyId : id;
  }

  private person(name: string): OnFile {
    const person = this.people.get(name);
    if (!person) throw new Error(`Nobody is called ${name}`);
    return person;
  }
}

/** Born so that no birthday falls in the weeks shown; twins on one day. */
function onFile({ name, family, age }: DemoYoungPerson, index: number, today: CalendarDate) {
  const daysSinceBirthday = 80 + ((family.length * 37 + age * 23) % 200);
  return {
    givenName: name.replace(` ${family}`, ''),
    familyName: family,
    dateOfBirth: addDays(addYears(today, -age), -daysSinceBirthday),
    caseReference: `CAS-${2301 + 7 * index}`,
  };
}
