import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Anyone } from '../platform/may';

@ApiExcludeController()
@Controller()
export class AboutPages {
  @Get('cookies')
  @Anyone()
  cookies(@Res() response: Response): void {
    response.render('home/views/cookies', { title: 'Cookies' });
  }

  @Get('accessibility')
  @Anyone()
  accessibility(@Res() response: Response): void {
    response.render('home/views/accessibility', { title: 'Accessibility statement' });
  }
}
