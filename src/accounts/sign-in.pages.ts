import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Anyone, SignedIn } from '../platform/may';
import { NotSignedIn } from '../platform/problem';
import { COOKIE, cookieOf } from './session.middleware';
import { Sessions, type Session } from './sessions.service';

interface SignInForm {
  readonly user?: unknown;
  readonly password?: unknown;
  readonly next?: unknown;
}

const VIEW = 'accounts/views/sign-in';

@ApiExcludeController()
@Controller()
export class SignInPages {
  constructor(private readonly sessions: Sessions) {}

  @Get('sign-in')
  @Anyone()
  show(@Query('next') next: unknown, @Res() response: Response): void {
    response.render(VIEW, { next: ownPath(next) });
  }

  @Post('sign-in')
  @HttpCode(303)
  @Anyone()
  async signIn(@Body() form: SignInForm, @Res() response: Response): Promise<void> {
    const user = textOf(form.user);
    const next = ownPath(form.next);
    const session = await this.attempt(user, textOf(form.password));
    if (!session) return response.status(401).render(VIEW, { user, next, isWrong: true });
    response.cookie(COOKIE, session.token, { httpOnly: true, sameSite: 'lax', expires: session.expiresAt });
    response.redirect(303, next);
  }

  @Post('sign-out')
  @SignedIn()
  async signOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    const token = cookieOf(request);
    if (token) await this.sessions.signOut(token);
    response.clearCookie(COOKIE).redirect(303, '/sign-in');
  }

  private async attempt(user: string, password: string): Promise<Session | undefined> {
    try {
      return await this.sessions.signIn(user, password);
    } catch (error) {
      if (error instanceof NotSignedIn) return undefined;
      throw error;
    }
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 200) : '';
}

/** Only ever back into this product. */
function ownPath(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/';
}
