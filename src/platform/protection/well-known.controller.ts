import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Clock } from '../clock';
import { Anyone } from '../may';
import { NotThere } from '../problem';
import { SecurityContact } from './security-contact';

const HALF_A_YEAR = 182 * 24 * 3_600_000;

@ApiExcludeController()
@Controller()
export class WellKnownController {
  constructor(
    private readonly contact: SecurityContact,
    private readonly clock: Clock,
  ) {}

  /** RFC 9116. */
  @Get('.well-known/security.txt')
  @Anyone()
  @Header('Content-Type', 'text/plain; charset=utf-8')
  securityTxt(): string {
    const { address } = this.contact;
    if (address === undefined) throw new NotThere('Nobody has said whom to tell of a weakness.');
    const expires = new Date(this.clock.now().getTime() + HALF_A_YEAR).toISOString();
    return `Contact: ${address}\nExpires: ${expires}\nPreferred-Languages: en\n`;
  }

  @Get('robots.txt')
  @Anyone()
  @Header('Content-Type', 'text/plain; charset=utf-8')
  robotsTxt(): string {
    return 'User-agent: *\nDisallow: /\n';
  }
}
