import { Injectable } from '@nestjs/common';
import { CaseRecordsReader, type CaseRecord } from '../case-records/case-records.reader';
import { Assessments } from '../compatibility/assessments.service';
import { otherThan, type CompatibilityAssessment } from '../compatibility/compatibility-assessment.entity';
import type { SoloDecision } from '../compatibility/solo-decision.entity';
import { SoloDecisions } from '../compatibility/solo-decisions.service';
import { TonightReader } from '../compatibility/tonight.reader';
import type { CalendarDate } from '../domain/calendar-date';
import type { Conflict } from '../domain/conflicts';
import { retentionOfRecord, type Retention } from '../domain/retention';
import type { Family } from '../people/family.entity';
import { People } from '../people/people.service';
import type { YoungPerson } from '../people/young-person.entity';
import { NightsCounts, type CountedNights } from '../plans/nights-counts.service';
import type { Person } from '../platform/actor';
import type { Recorded } from '../platform/audit/audit-reader';
import { may } from '../platform/may';
import { BookedAhead } from '../stays/booked-ahead.service';
import type { Stay } from '../stays/stay.entity';
import { StayRecords } from '../stays/stay-records.service';
import { LooksAtFiles } from './looks.service';
import { Units } from '../units/units.service';

export interface YoungPersonRecord {
  readonly youngPerson: YoungPerson;
  readonly family: Family;
  readonly siblings: readonly YoungPerson[];
  /** By arrival. */
  readonly stays: readonly { readonly stay: Stay; readonly place: string }[];
  readonly counted: CountedNights;
  /** Newest first, superseded ones too. */
  readonly assessments: readonly CompatibilityAssessment[];
  readonly decisions: readonly SoloDecision[];
  /** Stays already booked that a judgement speaks against. */
  readonly conflicts: readonly Conflict[];
  readonly staysInConflict: ReadonlyMap<string, Stay>;
  /** The latest entries of the case record, and how many there are. */
  readonly caseRecords: { readonly latest: readonly CaseRecord[]; readonly count: number };
  readonly retention: Retention;
  /** Of everybody the record speaks of. */
  readonly names: ReadonlyMap<string, string>;
  /** The last looks at the file; none for whoever may not read the audit trail. */
  readonly looks: readonly Recorded[];
  readonly today: CalendarDate;
  /** Which night it is where they stay. */
  readonly tonight: CalendarDate;
}

const MOST_STAYS = 500;
const MOST_ENTRIES = 3;
const LAST_LOOKS = 20;

/** Everything unit staff know of one young person, on one page. */
@Injectable()
export class YoungPersonRecords {
  constructor(
    private readonly people: People,
    private readonly stays: StayRecords,
    private readonly assessments: Assessments,
    private readonly decisions: SoloDecisions,
    private readonly bookedAhead: BookedAhead,
    private readonly units: Units,
    private readonly tonight: TonightReader,
    private readonly counts: NightsCounts,
    private readonly caseRecords: CaseRecordsReader,
    private readonly files: LooksAtFiles,
  ) {}

  /** @throws NotThere */
  async of(id: string, by: Person): Promise<YoungPersonRecord> {
    const youngPerson = await this.people.one(id);
    const { family, youngPeople } = await this.people.family(youngPerson.familyId);
    const assessments = await this.assessments.of(id);
    const conflicts = await this.conflictsOf(id);
    const staysInConflict = await this.staysIn(conflicts);
    return {
      youngPerson,
      family,
      siblings: youngPeople.filter((each) => each.id !== id),
      stays: await this.staysOf(id),
      counted: await this.counts.of(id, by),
      assessments,
      decisions: await this.decisions.of(id),
      conflicts,
      staysInConflict,
      caseRecords: {
        latest: (await this.caseRecords.of(id, { limit: MOST_ENTRIES })).items,
        count: await this.caseRecords.countOf(id),
      },
      retention: retentionOfRecord(youngPerson),
      names: await this.people.namesOf([
        ...youngPeople.map((each) => each.id),
        ...assessments.map((each) => otherThan(id, each)),
        ...[...staysInConflict.values()].map(({ youngPersonId }) => youngPersonId),
      ]),
      looks: may(by.role, 'read the audit trail')
        ? (await this.files.at(id, { limit: LAST_LOOKS }, by)).looks.items
        : [],
      today: this.stays.today,
      tonight: await this.tonight.of(id),
    };
  }

  private async staysOf(youngPersonId: string): Promise<YoungPersonRecord['stays']> {
    const { items } = await this.stays.list({ youngPersonId, limit: MOST_STAYS });
    const units = await this.units.all();
    const rooms = new Map(units.flatMap((unit) => unit.rooms.map(({ id, name }) => [id, name])));
    const unitNames = new Map(units.map(({ unit }) => [unit.id, unit.name]));
    return items.map(({ stay, lodgings }) => {
      const inOrder = [...new Set(lodgings.map(({ roomId }) => rooms.get(roomId) ?? ''))].join(', then ');
      const unit = units.length > 1 ? (unitNames.get(stay.unitId) ?? '') : '';
      return { stay, place: [inOrder, unit].filter(Boolean).join(', ') };
    });
  }

  private async conflictsOf(id: string): Promise<Conflict[]> {
    const conflicts: Conflict[] = [];
    for (const code of ['not-together', 'solo-in-place', 'consent'] as const)
      conflicts.push(...(await this.bookedAhead.conflictsOf([id], code)));
    return conflicts;
  }

  private async staysIn(conflicts: readonly Conflict[]): Promise<Map<string, Stay>> {
    const ids = new Set(conflicts.flatMap(({ stayIds }) => stayIds));
    const found = await Promise.all([...ids].map((id) => this.stays.one(id)));
    return new Map(found.map(({ stay }) => [stay.id, stay]));
  }
}
