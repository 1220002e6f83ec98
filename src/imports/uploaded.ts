import { Misshapen } from '../platform/problem';
import type { Upload } from './importer.service';

const LONGEST_NAME = 200;

type Sent = Pick<Express.Multer.File, 'originalname' | 'buffer'>;

/** @throws Misshapen when no file was sent. */
export function uploadOf(unitId: string, file: Sent | undefined): Upload {
  if (!file) throw Misshapen.at('/file', 'Send the CSV file in the part called "file".');
  const fileName = file.originalname.replaceAll(/\p{Cc}/gu, '').slice(0, LONGEST_NAME);
  return { unitId, fileName, bytes: file.buffer };
}
