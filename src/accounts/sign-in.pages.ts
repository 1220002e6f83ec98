import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CARRIED } from '../platform/form-token';
import { keptFields } from '../platform/kept-form';
import { Anyone, SignedIn } from '../platform/may';
import { ownPath } from '../platform/own-path';
import { NotSignedIn, Problem, TooMany, type FieldError } from '../platform/problem';
import { CouncilSignInFlow } from './council-sign-in.service';
import { DemoAccounts } from './demo-accounts.service';
import { carry, COOKIE, cookieOf } from './session.middleware';
import { Sessions, type Session } from './sessions.service';
import { missing, signInView, WRONG, type SignInForm } from './sign-in.view';

type Sent = Readonly<Record<string, unknown>>;

/** What the browser kept for reading without a line is the last person's. */
export const FORGET = { 'Clear-Site-Data': '"storage"' };

@ApiExcludeController()
@Controller()
export class SignInPages {
  constructor(
    private readonly sessions: Sessions,
    private readonly demoAccounts: DemoAccounts,
    private readonly council: CouncilSignInFlow,
  ) {}

  @Get('sign-in')
  @Anyone()
  async show(
    @Query('next') next: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.draw(request, response, { user: '', password: '', next: ownPath(next), kept: '' }, []);
  }

  @Post('sign-in')
  @HttpCode(303)
  @Anyone()
  async signIn(@Body() sent: Sent, @Req() request: Request, @Res() response: Response): Promise<void> {
    this.demoAccounts.refuseBesideTheCouncils();
    const form = formOf(sent);
    const gaps = missing(form);
    if (gaps.length > 0) return this.draw(request, response.status(400), form, gaps);
    const session = await this.attempt(form, request.ip ?? '');
    if (session instanceof TooMany) response.status(429).setHeader('Retry-After', session.retryAfterSeconds);
    else if (session instanceof NotSignedIn) response.status(401);
    if (session instanceof Problem) return this.draw(request, response, form, [saidOf(session)]);
    const before = cookieOf(request);
    if (before) await this.sessions.signOut(before);
    carry(session, request, response);
    response.set(FORGET);
    const fields = keptFields(form.kept, session.person.id);
    if (fields.length === 0) response.redirect(303, form.next);
    else
      response
        .status(200)
        .render('accounts/views/carry-on', { title: 'You are signed in again', next: form.next, fields });
  }

  @Post('sign-out')
  @SignedIn()
  async signOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    const token = cookieOf(request);
    if (token) await this.sessions.signOut(token);
    response.clearCookie(COOKIE, CARRIED).set(FORGET);
    const there = await this.council.endingUrl();
    if (there)
      response.status(200).render('accounts/views/on-the-way', {
        ...{ title: 'You are signed out of short breaks', href: there.href },
        words: 'Now you are being signed out of your council account as well.',
      });
    else response.redirect(303, '/sign-in');
  }

  private async draw(
    { sessionEnd }: Request,
    response: Response,
    form: SignInForm,
    errors: readonly FieldError[],
  ): Promise<void> {
    const accounts = await this.demoAccounts.all();
    response.render('accounts/views/sign-in', signInView(form, errors, accounts, sessionEnd));
  }

  private async attempt({ user, password }: SignInForm, address: string): Promise<Session | Problem> {
    try {
      return await this.sessions.signIn({ username: user, password, address }, { kind: 'page' });
    } catch (error) {
      if (error instanceof NotSignedIn || error instanceof TooMany) return error;
      throw error;
    }
  }
}

function saidOf(refusal: Problem): FieldError {
  return { pointer: '/user', detail: refusal instanceof TooMany ? refusal.detail : WRONG };
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
