import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Anyone } from './may';
import { Database } from './database';

interface Health {
  readonly status: 'ok';
}

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('live')
  @Anyone()
  @ApiOperation({ summary: 'The process answers' })
  live(): Health {
    return { status: 'ok' };
  }

  @Get('ready')
  @Anyone()
  @ApiOperation({ summary: 'The database answers, and migrations and demonstration data are in' })
  async ready(): Promise<Health> {
    await this.database.rows('SELECT 1');
    return { status: 'ok' };
  }
}
