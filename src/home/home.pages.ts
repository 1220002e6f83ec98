import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { may, SignedIn } from '../platform/may';
import { homeView } from './home.view';

@ApiExcludeController()
@Controller()
export class HomePages {
  @Get()
  @SignedIn()
  show(@By() person: Person, @Query('unit') unit: unknown, @Res() response: Response): void {
    if (may(person.role, 'look at the board')) response.redirect(303, atUnit('/board', unit));
    else if (may(person.role, 'claim emergency beds')) response.redirect(303, atUnit('/tonight', unit));
    else response.render('home/views/home', homeView(person));
  }
}

function atUnit(path: string, unit: unknown): string {
  return typeof unit === 'string' && unit ? `${path}?unit=${encodeURIComponent(unit)}` : path;
}
