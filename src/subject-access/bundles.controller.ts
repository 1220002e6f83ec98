import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { sendAttachment } from '../platform/attachment';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { bundleFile } from './bundle-file';
import { Bundles } from './bundles.service';

@ApiTags('records')
@Controller('api/young-people/:id/bundle')
export class BundlesController {
  constructor(private readonly bundles: Bundles) {}

  @Get()
  @May('take subject-access bundles')
  @ApiOperation({ summary: 'Everything kept of one child, as one file that names no other child' })
  async take(@Param('id', IdPipe) id: string, @By() by: Person, @Res() response: Response): Promise<void> {
    const bundle = await this.bundles.take(id, 'json', by);
    sendAttachment(response, bundleFile(bundle, 'json', JSON.stringify(bundle, null, 2)));
  }
}
