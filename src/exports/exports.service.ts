import { Injectable } from '@nestjs/common';
import { occupancy } from '../domain/occupancy';
import type { Table } from '../domain/table';
import type { Person } from '../platform/actor';
import { reportPeriod } from '../platform/asked-period';
import type { Attachment } from '../platform/attachment';
import { AuditTrail } from '../platform/audit/audit-trail';
import { Database } from '../platform/database';
import { may } from '../platform/may';
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
