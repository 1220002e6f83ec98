import { Injectable } from '@nestjs/common';
import type { EmergencyFigures } from '../domain/emergency-figures';
import type { Nights } from '../domain/nights';
import type { Table } from '../domain/table';
import { People } from '../people/people.service';
import type { Person } from '../platform/actor';
import { Database } from '../platform/database';
import { may } from '../platform/may';
import { NotThere } from '../platform/problem';
import { tableOf, type Facts, type Question } from './questions/question';
import { questionCalled, QUESTIONS } from './questions/questions';
import { Reports, type Counted } from './reports.service';
import { UseRecordsReader } from './use-records.reader';

/** What the questions of a unit's year are answered from, for whoever asks. */
@Injectable()
export class Questions {
  constructor(
    private readonly reports: Reports,
    private readonly reader: UseRecordsReader,
    private readonly people: People,
    private readonly database: Database,
  ) {}

  get keys(): readonly string[] {
    return QUESTIONS.map(({ key }) => key);
  }

  /** @throws NotThere */
  named(key: string): Question {
    const question = questionCalled(key);
    if (!question)
      throw new NotThere('There is no such page. The occupancy page has every question there is.');
    return question;
  }

  /** All of one moment. @throws NotThere */
  async facts(unitId: string, period: Nights, by: Person): Promise<Facts> {
    return this.database.snapshot(async () =>
      this.withRecords(unitId, period, await this.reports.count(unitId, period), by),
    );
  }

  /** With the emergencies, of the same moment. @throws NotThere */
  async factsOfMonth(
    unitId: string,
    month: Nights,
    by: Person,
  ): Promise<{ readonly facts: Facts; readonly emergencies: EmergencyFigures }> {
    return this.database.snapshot(async () => {
      const { emergencies, ...counted } = await this.reports.countWithEmergencies(unitId, month);
      return { facts: await this.withRecords(unitId, month, counted, by), emergencies };
    });
  }

  /** The table of one answer, as it goes into a file; it names young people only to those who may take names away. @throws NotThere */
  async table(
    key: string,
    unitId: string,
    period: Nights,
    by: Person,
  ): Promise<{ readonly table: Table; readonly named: boolean }> {
    const { names, ...facts } = await this.facts(unitId, period, by);
    const given = may(by.role, 'export stays') ? names : undefined;
    const answer = this.named(key).answer({ ...facts, names: given });
    return { table: tableOf(answer), named: given !== undefined && answer.isOfChildren === true };
  }

  private async withRecords(
    unitId: string,
    period: Nights,
    { ledger, bedNights }: Counted,
    by: Person,
  ): Promise<Facts> {
    const records = await this.reader.read(unitId, period);
    const ids = [...records.stays, ...records.plans].map(({ youngPersonId }) => youngPersonId);
    const names = may(by.role, 'know who stays') ? await this.people.namesOf([...new Set(ids)]) : undefined;
    return { unitId, period, ledger, bedNights, records, names };
  }
}
