import { Controller } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ExportsController } from './exports.controller';

/** The same files, where a browser’s session may ask for them. */
@ApiExcludeController()
@Controller('exports')
export class ExportPages extends ExportsController {}
