import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database';
import { Misshapen, NotThere } from '../platform/problem';
import { Units } from '../units/units.service';
import { Heartbeat } from './heartbeat';
import { ImportRefused, type ImportError } from './import-error';
import { ImportRecords, type ImportRecord } from './import-records.service';
import { Importer, type Progress, type Upload } from './importer.service';

const OUR_FAULT: ImportError = {
  line: 1,
  column: null,
  message: 'Something went wrong on our side. It has been logged. Nothing was imported.',
};

/** Imports under way: off the request, one after another, each followed by what is kept of it. */
@Injectable()
export class Imports implements BeforeApplicationShutdown {
  private readonly log = new Logger('Imports');
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly units: Units,
    private readonly records: ImportRecords,
    private readonly importer: Importer,
  ) {}

  /** Begins once the request's own transaction has committed. @throws Misshapen for an unknown unit. */
  async begin(upload: Upload, by: Actor): Promise<string> {
    await this.refuseUnknownUnit(upload.unitId);
    const id = await this.records.begin(upload.unitId, upload.fileName, by.name);
    this.database.afterCommit(() => void this.queue(id, upload, by, () => undefined));
    return id;
  }

  /** The same, waited for. */
  async importNow(upload: Upload, by: Actor, told: (progress: Progress) => void): Promise<ImportRecord> {
    await this.refuseUnknownUnit(upload.unitId);
    const id = await this.records.begin(upload.unitId, upload.fileName, by.name);
    await this.queue(id, upload, by, told);
    return this.records.one(id);
  }

  /** @throws NotThere */
  async one(id: string): Promise<ImportRecord> {
    return this.records.one(id);
  }

  /** What is under way is finished before the database goes. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.last;
  }

  private queue(id: string, upload: Upload, by: Actor, told: (progress: Progress) => void): Promise<void> {
    const beat = new Heartbeat((rows) => this.records.heardOf(id, rows));
    const heard = (progress: Progress): void => {
      beat.rows = progress.rows;
      told(progress);
    };
    this.last = this.last
      .then(() => this.run(id, upload, by, heard))
      .catch((error: unknown) => this.records.refuse(id, beat.rows, this.errorsOf(error)))
      .catch((error: unknown) => this.log.error(error))
      .finally(() => beat.stop());
    return this.last;
  }

  private async run(
    id: string,
    upload: Upload,
    by: Actor,
    told: (progress: Progress) => void,
  ): Promise<void> {
    await this.importer.import(upload, by, told, (imported) => this.records.finish(id, imported));
  }

  private errorsOf(error: unknown): readonly ImportError[] {
    if (error instanceof ImportRefused) return error.errors;
    this.log.error(error instanceof Error ? error.stack : error);
    return [OUR_FAULT];
  }

  private async refuseUnknownUnit(unitId: string): Promise<void> {
    try {
      await this.units.one(unitId);
    } catch (error) {
      if (error instanceof NotThere) throw Misshapen.at('/unitId', 'There is no unit with this id.');
      throw error;
    }
  }
}
