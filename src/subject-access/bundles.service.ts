import { Injectable } from '@nestjs/common';
import { RETENTION_WORDS, retentionOfRecord } from '../domain/retention';
import { Everybody } from '../people/everybody.reader';
import { People } from '../people/people.service';
import type { YoungPerson } from '../people/young-person.entity';
import type { Person } from '../platform/actor';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { BundleReader, type Sections } from './bundle.reader';

/** Everything kept of one child, fit to be given to them: it names no other child. */
export interface Bundle extends Sections {
  readonly madeAt: string;
  readonly child: Readonly<Record<string, unknown>>;
}

export type BundleFormat = 'json' | 'html';

/** Subject access (UK GDPR, article 15): a copy of what is kept of a child, without anybody else in it. */
@Injectable()
export class Bundles {
  constructor(
    private readonly database: Database,
    private readonly reader: BundleReader,
    private readonly people: People,
    private readonly everybody: Everybody,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotThere */
  async child(id: string): Promise<YoungPerson> {
    return this.people.one(id);
  }

  /** That it was taken, and by whom, is in the audit trail before it leaves. @throws NotThere */
  async take(id: string, format: BundleFormat, by: Person): Promise<Bundle> {
    const bundle = await this.database.snapshot(() => this.make(id));
    const entries = Object.values(bundle).reduce<number>(
      (sum, part) => sum + (Array.isArray(part) ? part.length : 0),
      0,
    );
    const after = { name: 'subject-access-bundle', format, entries };
    await this.database.transaction((tx) =>
      this.audit.record(tx, by, { action: 'export.taken', youngPersonId: id, subjectId: id, after }),
    );
    return bundle;
  }

  private async make(id: string): Promise<Bundle> {
    const youngPerson = await this.people.one(id);
    const { family } = await this.people.family(youngPerson.familyId);
    const sections = await this.reader.sections(id, family.id);
    const bundle = {
      madeAt: this.clock.now().toISOString(),
      child: childOf(youngPerson, family.reference),
      ...sections,
    };
    return this.everybody.takenOutOf(bundle, id);
  }
}

function childOf(youngPerson: YoungPerson, familyReference: string): Bundle['child'] {
  const { givenName, familyName, dateOfBirth, caseReference, sex, notKnown, createdAt } = youngPerson;
  const { keptUntil, isProvisional } = retentionOfRecord(youngPerson);
  return {
    ...{ givenName, familyName, dateOfBirth, caseReference, familyReference, sex, notKnown },
    onFileSince: createdAt.toISOString(),
    kept: { as: RETENTION_WORDS.class, until: keptUntil, isProvisional, why: RETENTION_WORDS.rule },
  };
}
