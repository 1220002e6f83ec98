import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Anyone } from './may';
import { Metrics } from './metrics';
import { NotThere } from './problem';

const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

@ApiTags('health')
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  /** On loopback only, and to nobody whom a proxy passes on. */
  @Get()
  @Anyone()
  @ApiOperation({ summary: 'How the process fares, for Prometheus; on this machine only' })
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { remoteAddress = '' } = request.socket;
    if (!LOOPBACK.includes(remoteAddress) || request.headers['x-forwarded-for'])
      throw new NotThere('There is no such page.');
    response.type(this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }
}
