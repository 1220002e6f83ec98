import type { BedNight } from '../../domain/bed-nights';
import type { NightFilter } from '../../domain/night-sorts';
import type { Nights } from '../../domain/nights';
import type { Cell, Table } from '../../domain/table';
import type { UnitLedger } from '../../domain/unit-ledger';
import type { UseRecords } from '../../domain/use-records';
import type { Picture } from '../pictures/picture';
import type { Column } from '../say-cell';

/** Everything an answer may know, of one moment. */
export interface Facts {
  readonly unitId: string;
  readonly period: Nights;
  readonly ledger: UnitLedger;
  readonly bedNights: readonly BedNight[];
  readonly records: UseRecords;
  /** Of the young people in it, for those who may know who stays; nobody's for all others. */
  readonly names: ReadonlyMap<string, string> | undefined;
}

/** A question people ask of a unit's year, at an address of its own. */
export interface Question {
  /** In its address, and the name of its file. */
  readonly key: string;
  readonly title: string;
  /** What one finds there, in the index. */
  readonly about: string;
  readonly answer: (facts: Facts) => Answer;
}

/** One answer: page, file and monthly pack are all made of it. */
export interface Answer {
  readonly sentence: string;
  readonly picture: Picture;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** A row for each young person: by name, for those who may know. */
  readonly isOfChildren?: boolean;
  /** How it is counted. */
  readonly note: string;
}

export interface Row {
  /** Money in pence, nights as dates; `null` where there is no number to give. */
  readonly cells: readonly Cell[];
  /** What its first cell leads to. */
  readonly leadsTo?:
    { readonly nights: NightFilter; readonly period?: Nights } | { readonly youngPersonId: string };
  readonly is?: 'part' | 'total';
}

/** As it goes into a file: pounds with their pence, everything else as it is. */
export function tableOf({ columns, rows }: Pick<Answer, 'columns' | 'rows'>): Table {
  return {
    columns: columns.map(({ name }) => name),
    rows: rows.map(({ cells }) =>
      cells.map((cell, index) =>
        columns[index]?.as === 'pounds' && typeof cell === 'number' ? cell / 100 : cell,
      ),
    ),
  };
}
