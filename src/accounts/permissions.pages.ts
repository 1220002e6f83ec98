import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { SignedIn } from '../platform/may';
import { permissionsPage } from './permissions.view';

@ApiExcludeController()
@Controller('permissions')
export class PermissionsPages {
  @Get()
  @SignedIn()
  show(@By() { role }: Person, @Res() response: Response): void {
    response.render('accounts/views/permissions', permissionsPage(role));
  }
}
