import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { may } from '../platform/may';
import { Misshapen } from '../platform/problem';

const LARGEST = 50 * 1024 * 1024;

const receive = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: LARGEST, files: 1, fields: 10, parts: 12, fieldSize: 10_000, fieldNameSize: 100 },
  defParamCharset: 'utf8',
}).single('file');

/** Takes a file in before anything looks at the body, and only from people who may import. */
@Injectable()
export class UploadMiddleware implements NestMiddleware {
  use(request: Request, response: Response, next: NextFunction): void {
    if (!request.person || !may(request.person.role, 'import stays')) next();
    else receive(request, response, (error: unknown) => next(error ? problemOf(error) : undefined));
  }
}

/** Whatever goes wrong while reading an upload into memory is wrong with the upload. */
function problemOf(error: unknown): unknown {
  if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE') return error;
  const isOther = error instanceof MulterError && error.code === 'LIMIT_UNEXPECTED_FILE';
  return Misshapen.at(
    '/file',
    isOther
      ? 'Send one file, in the part called "file".'
      : 'The upload cannot be read: send multipart/form-data with unitId and file.',
  );
}
