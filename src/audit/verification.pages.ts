import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { AuditVerification } from '../platform/audit/verification.service';
import { May } from '../platform/may';
import { typed, type SentForm } from '../platform/sent-form';
import { Units } from '../units/units.service';
import { verificationPage } from './verification.view';

@ApiExcludeController()
@Controller('audit/verification')
export class AuditVerificationPages {
  constructor(
    private readonly verification: AuditVerification,
    private readonly units: Units,
  ) {}

  /** Reckoned only when asked for: it reads the whole trail. */
  @Get()
  @May('read the audit trail')
  async show(@Query() sent: SentForm, @Res() response: Response): Promise<void> {
    const found = typed(sent, 'check') === 'yes' ? await this.verification.verify() : undefined;
    const names = new Map((await this.units.all()).map(({ unit }) => [unit.id, unit.name]));
    response.render('audit/views/verification', verificationPage(found, names));
  }
}
