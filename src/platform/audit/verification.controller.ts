import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { May } from '../may';
import { AuditVerification, type Verification } from './verification.service';

@ApiTags('audit')
@Controller('api/audit/verification')
export class AuditVerificationController {
  constructor(private readonly verification: AuditVerification) {}

  @Get()
  @May('read the audit trail')
  @ApiOperation({
    summary:
      'Reckon the audit trail again: is it whole, and if not, which is the first entry of each chain that is not as written?',
  })
  async verify(): Promise<Verification> {
    return this.verification.verify();
  }
}
