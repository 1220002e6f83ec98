import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Anyone } from '../platform/may';
import { keptFields } from '../platform/kept-form';
import { ownPath } from '../platform/own-path';
import { NotSignedIn, type FieldError } from '../platform/problem';
import { DemoAccounts } from './demo-accounts.service';
import { COOKIE, cookieOf } from './session.middleware';
import { Sessions, type Session } from './sessions.service';
import { missing, signInView, WRONG, type SignInForm } from './sign-in.view';

type Sent = Readonly<Record<string, unknown>>;

/** What the browser kept for reading without a line is the last person's. */
const FORGET = { 'Clear-Site-Data': '"storage"' };

@ApiExcludeController()
@Controller()
export class SignInPages {
  constructor(
    private readonly sessions: Sessions,
    private readonly demoAccounts: DemoAccounts,
  ) {}

  @Get('sign-in')
  @Anyone()
  async show(@Query('next') next: unknown, @Res() response: Response): Promise<void> {
    await this.draw(response, { user: '', password: '', next: ownPath(next), kept: '' }, []);
  }

  @Post('sign-in')
  @HttpCode(303)
  @Anyone()
  async signIn(@Body() sent: Sent, @Res() response: Response): Promise<void> {
    const form = formOf(sent);
    const gaps = missing(form);
    if (gaps.length > 0) return this.draw(response.status(400), form, gaps);
    const session = await this.attempt(form);
    if (!session) return this.draw(response.status(401), form, [{ pointer: '/user', detail: WRONG }]);
    response.cookie(COOKIE, session.token, { httpOnly: true, sameSite: 'lax' }).set(FORGET);
    const fields = keptFields(form.kept);
    if (fields.length === 0) response.redirect(303, form.next);
    else
      response
        .status(200)
        .render('accounts/views/carry-on', { title: 'You are signed in again', next: form.next, fields });
  }

  @Post('sign-out')
  @Anyone()
  async signOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    const token = cookieOf(request);
    if (token) await this.sessions.signOut(token);
    response.clearCookie(COOKIE).set(FORGET).redirect(303, '/sign-in');
  }

  private async draw(response: Response, form: SignInForm, errors: readonly FieldError[]): Promise<void> {
    response.render('accounts/views/sign-in', signInView(form, errors, await this.demoAccounts.all()));
  }

  private async attempt({ user, password }: SignInForm): Promise<Session | undefined> {
    try {
      return await this.sessions.signIn(user, password);
    } catch (error) {
      if (error instanceof NotSignedIn) return undefined;
      throw error;
    }
  }
}

function formOf({ user, password, next, kept }: Sent): SignInForm {
  return {
    user: textOf(user).trim(),
    password: textOf(password),
    next: ownPath(next),
    kept: typeof kept === 'string' ? kept : '',
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 200) : '';
}
