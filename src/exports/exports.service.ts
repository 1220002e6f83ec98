import { Injectable } from '@nestjs/common';
import { occupancy } from '../domain/occupancy';
import type { Table } from '../domain/table';
import type { Person } from '../platform/actor';
import { reportPeriod } from '../platform/asked-period';
import type { Attachment } from '../platform/attachment';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Database } from '../platform/database';
import { may } from '../platform/may';
import { NotThere } from '../platform/problem';
import { Questions } from '../reports/questions.service';
import { Reports } from '../reports/reports.service';
import { Units } from '../units/units.service';
import { exportFile, type ExportFormat } from './export-file';
import type { OccupancyExportQuery, StaysExportQuery } from './export.dto';
import { ExportedStays } from './exported-stays.reader';
import { occupancyTable } from './occupancy-table';
import { staysTable, staysTableWithoutNames } from './stays-table';

/** Files for spreadsheets; each is in the audit trail before it leaves. */
@Injectable()
export class Exports {
  constructor(
    private readonly database: Database,
    private readonly reports: Reports,
    private readonly questions: Questions,
    private readonly exported: ExportedStays,
    private readonly units: Units,
    private readonly audit: AuditTrail,
  ) {}

  /** With names for those who may know who stays. @throws NotThere; Misshapen */
  async stays(asked: StaysExportQuery, format: ExportFormat, by: Person): Promise<Attachment> {
    const period = reportPeriod(asked);
    await this.units.one(asked.unitId);
    const stays = await this.exported.of(asked.unitId, period);
    const named = may(by.role, 'know who stays');
    const table = named ? staysTable(stays) : staysTableWithoutNames(stays);
    return this.taken({ name: 'stays', format, asked, named }, table, by);
  }

  /** @throws NotThere; Misshapen */
  async occupancy(asked: OccupancyExportQuery, format: ExportFormat, by: Person): Promise<Attachment> {
    const period = reportPeriod(asked);
    const { ledger, bedNights } = await this.reports.count(asked.unitId, period);
    const { periods } = occupancy(bedNights, ledger.contracts, period, asked.by);
    return this.taken({ name: 'occupancy', format, asked, named: false }, occupancyTable(periods), by);
  }

  /** The table of a question, as it stands on its page. @throws NotThere; Misshapen */
  async question(file: string, asked: StaysExportQuery, by: Person): Promise<Attachment> {
    const { name, format } = this.fileCalled(file);
    const { table, named } = await this.questions.table(name, asked.unitId, reportPeriod(asked), by);
    return this.taken({ name, format, asked, named }, table, by);
  }

  private fileCalled(file: string): { readonly name: string; readonly format: ExportFormat } {
    const [, name = '', format] = /^(.*)\.(csv|xlsx)$/.exec(file) ?? [];
    const { keys } = this.questions;
    if (keys.includes(name)) return { name, format: format === 'csv' ? 'csv' : 'xlsx' };
    throw new NotThere(
      `There is no such export. There are: stays and occupancy, each as .csv and .xlsx, and in the same way ${keys.join(', ')}.`,
    );
  }

  private async taken(
    what: {
      readonly name: string;
      readonly format: ExportFormat;
      readonly asked: OccupancyExportQuery;
      readonly named: boolean;
    },
    table: Table,
    by: Person,
  ): Promise<Attachment> {
    const { name, format, asked, named } = what;
    const { unitId, from, to } = asked;
    const after = { name, format, from, to, by: asked.by ?? null, named, rows: table.rows.length };
    const file = await exportFile(`${name}-${from}-to-${to}`, format, table);
    await this.database.transaction((tx) =>
      this.audit.record(tx, by, { action: 'export.taken', unitId, subjectId: unitId, after }),
    );
    return file;
  }
}
