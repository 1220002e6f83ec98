import { Injectable } from '@nestjs/common';
import { People } from '../people/people.service';
import type { YoungPerson } from '../people/young-person.entity';
import type { Person } from '../platform/actor';
import { beforeOf, entriesPage } from '../platform/audit/audit-cursor';
import { AuditReader, type Recorded } from '../platform/audit/audit-reader';
import { limitOf, type ListQuery, type Listing } from '../platform/listing';

export interface LooksAt {
  readonly youngPerson: YoungPerson;
  readonly looks: Listing<Recorded>;
}

/** Who has looked at a young person's file. */
@Injectable()
export class LooksAtFiles {
  constructor(
    private readonly people: People,
    private readonly reader: AuditReader,
  ) {}

  /** Newest first. @throws NotThere */
  async at(youngPersonId: string, query: ListQuery, by: Person): Promise<LooksAt> {
    const youngPerson = await this.people.one(youngPersonId);
    const asked = { youngPersonId, action: 'file.looked-at', beforeId: beforeOf(query) };
    const rows = await this.reader.find({ ...asked, limit: limitOf(query) + 1 }, by);
    return { youngPerson, looks: entriesPage(rows, query) };
  }
}
