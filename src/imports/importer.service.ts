import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { londonDate } from '../domain/london';
import type { Actor } from '../platform/actor';
import { AuditTrail, type AuditEntry } from '../platform/audit/audit-trail';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { UnitGate } from '../platform/unit-gate';
import { Units } from '../units/units.service';
import { checkDiary, type Compared } from './check-diary';
import { checkFile } from './check-file';
import { ImportRefused, inOrder, type ImportError } from './import-error';
import { readFile, type ReadFile } from './read-file';
import type { Standing } from './standing';
import { StandingReader } from './standing.reader';
import { writeLines, type WrittenStay } from './write-lines';

export interface Upload {
  readonly unitId: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface Progress {
  readonly rows: number;
  readonly written: number;
  /** What is to be written, once it is known. */
  readonly toWrite?: number;
}

export interface Imported {
  readonly rows: number;
  readonly imported: number;
  readonly unchanged: number;
}

/** Brings history in as it happened: no rule judges it, every constraint does. All or nothing. */
@Injectable()
export class Importer {
  constructor(
    private readonly database: Database,
    private readonly gate: UnitGate,
    private readonly units: Units,
    private readonly reader: StandingReader,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * `finish` is done in the same transaction as the stays are written.
   * @throws ImportRefused with everything that is wrong.
   */
  async import(
    upload: Upload,
    by: Actor,
    told: (progress: Progress) => void,
    finish: (imported: Imported) => Promise<void>,
  ): Promise<Imported> {
    const { unitId } = upload;
    const { rooms } = await this.units.one(unitId);
    const setting = { today: londonDate(this.clock.now()), rooms: rooms.map(({ number }) => number) };
    let rows = 0;
    const file = await readFile(upload.bytes, setting, (seen) => told({ rows: (rows = seen), written: 0 }));
    const errors = [...file.errors, ...checkFile(file.lines)];
    return this.withTimeFor(() =>
      this.gate.change(unitId, async (tx) => {
        const standing = await this.reader.read(tx, unitId, file.lines);
        const { fresh, unchanged } = accepted(file, errors, standing);
        const imported = { rows, imported: fresh.length, unchanged };
        let written = 0;
        for await (const stays of writeLines(tx, { unitId, byName: by.name }, fresh, standing)) {
          await this.audit.record(tx, by, ...stays.map((stay) => stayEntry(stay, unitId)));
          told({ rows, written: (written += stays.length), toWrite: fresh.length });
        }
        if (written > 0) await this.audit.record(tx, by, fileEntry(upload, imported));
        await finish(imported);
        return imported;
      }),
    );
  }

  /** A large file may take longer than any one question is given, and wait longer for its turn. */
  private async withTimeFor<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      await tx.query('SET LOCAL statement_timeout = 0');
      return work(tx);
    });
  }
}

function accepted(file: ReadFile, found: readonly ImportError[], standing: Standing): Compared {
  const compared = checkDiary(file.lines, standing);
  const errors = [...found, ...compared.errors];
  if (errors.length > 0) throw new ImportRefused(inOrder(errors));
  return compared;
}

function stayEntry({ id, youngPersonId, line }: WrittenStay, unitId: string): AuditEntry {
  return { action: 'stay.imported', unitId, youngPersonId, subjectId: id, after: line.cells };
}

function fileEntry({ unitId, fileName }: Upload, imported: Imported): AuditEntry {
  return { action: 'stays.imported', unitId, after: { fileName, ...imported } };
}
