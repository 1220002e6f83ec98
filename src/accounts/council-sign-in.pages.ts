import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CouncilSignIn } from '../platform/council-sign-in';
import { cookieIn } from '../platform/form-token';
import { keptFields } from '../platform/kept-form';
import { Anyone, SentByProgram } from '../platform/may';
import { Misshapen } from '../platform/problem';
import { BackChannel } from './back-channel.service';
import { CouncilSignInFlow } from './council-sign-in.service';
import { ownPath } from '../platform/own-path';
import { carry, cookieOf } from './session.middleware';
import { Sessions } from './sessions.service';
import { FORGET } from './sign-in.pages';
import { newSecret } from './started-sign-ins.service';

type Sent = Readonly<Record<string, unknown>>;

/** Longer texts are lost on the way; no form of ours holds as much. */
const LONGEST_KEPT = 200_000;

/** Through the council's OpenID provider and back. */
@ApiExcludeController()
@Controller('sign-in')
export class CouncilSignInPages {
  constructor(
    private readonly flow: CouncilSignInFlow,
    private readonly backChannel: BackChannel,
    private readonly sessions: Sessions,
    private readonly council: CouncilSignIn,
  ) {}

  @Get('start')
  @Anyone()
  async start(@Query() { to, as }: Sent, @Req() request: Request, @Res() response: Response): Promise<void> {
    const browser = this.browserOf(request) ?? newSecret();
    const there = await this.flow.begin(browser, ownPath(to), null, as === 'another');
    this.remember(response, browser).redirect(303, there.href);
  }

  /** What was typed goes along. Browsers let no form be answered from elsewhere, so a page leads there. */
  @Post('start')
  @HttpCode(200)
  @Anyone()
  async startKeeping(
    @Body() { next, kept }: Sent,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const typed = typeof kept === 'string' && kept.length <= LONGEST_KEPT ? kept : null;
    const browser = this.browserOf(request) ?? newSecret();
    const there = await this.flow.begin(browser, ownPath(next), typed, false);
    this.remember(response, browser).render('accounts/views/on-the-way', {
      ...{ title: 'On the way to your council’s sign-in', href: there.href },
      words: 'What you typed is kept, and will be here when you are back.',
    });
  }

  @Get('callback')
  @Anyone()
  async callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    const at = request.originalUrl.indexOf('?');
    const query = at < 0 ? '' : request.originalUrl.slice(at);
    const { session, returnTo, kept } = await this.flow.finish(this.browserOf(request), query);
    const before = cookieOf(request);
    if (before !== undefined) await this.sessions.signOut(before);
    carry(session, request, response);
    response.set(FORGET);
    const fields = keptFields(kept ?? '', session.person.id);
    if (fields.length === 0) response.redirect(303, returnTo);
    else
      response.render('accounts/views/carry-on', {
        title: 'You are signed in again',
        next: returnTo,
        fields,
      });
  }

  @Post('back-channel-logout')
  @HttpCode(200)
  @Anyone()
  @SentByProgram()
  async signOut(@Body() sent: Sent | undefined, @Res() response: Response): Promise<void> {
    const token = sent?.['logout_token'];
    if (typeof token !== 'string')
      throw Misshapen.at('/logout_token', 'Send the provider’s logout token as a form field of this name.');
    await this.backChannel.signOut(token);
    response.set('Cache-Control', 'no-store').end();
  }

  /** Bound to the browser that left: whoever else comes back with its address gets nowhere. */
  private remember(response: Response, browser: string): Response {
    return response.cookie(this.cookie, browser, {
      ...{ httpOnly: true, sameSite: 'lax', secure: this.isGuarded, path: '/', maxAge: 3_600_000 },
    });
  }

  private browserOf(request: Request): string | undefined {
    return cookieIn(request, this.cookie);
  }

  private get cookie(): string {
    return this.isGuarded ? '__Host-short-breaks-sign-in' : 'short-breaks-sign-in';
  }

  private get isGuarded(): boolean {
    return this.council.publicUrl.startsWith('https:');
  }
}
