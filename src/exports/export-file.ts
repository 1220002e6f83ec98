import writeExcelFile from 'write-excel-file/node';
import { csvOf, inert, type Cell, type Table } from '../domain/table';
import type { Attachment } from '../platform/attachment';

export type ExportFormat = 'csv' | 'xlsx';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** What XML cannot hold. */
// eslint-disable-next-line no-control-regex -- it is these that have to go
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

export async function exportFile(name: string, format: ExportFormat, table: Table): Promise<Attachment> {
  const file = `${name}.${format}`;
  if (format === 'csv') return { name: file, type: 'text/csv; charset=utf-8', body: csvOf(table) };
  return { name: file, type: SPREADSHEET, body: await spreadsheetOf(table) };
}

async function spreadsheetOf({ columns, rows }: Table): Promise<Buffer> {
  const headings = columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const lines = rows.map((cells) => cells.map(written));
  return writeExcelFile([headings, ...lines], { stickyRowsCount: 1 }).toBuffer();
}

function written(cell: Cell) {
  const value = inert(cell);
  if (value === null || value === '') return null;
  return typeof value === 'number'
    ? { value, type: Number }
    : { value: value.replace(UNWRITABLE, ''), type: String };
}
