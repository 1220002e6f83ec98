import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { clockTime } from '../domain/london';
import { LONGEST_HOURS } from '../domain/session-end';
import { Anyone, SignedIn } from '../platform/may';
import { NotSignedIn } from '../platform/problem';
import { ownPath } from '../platform/own-path';

interface Left {
  readonly leftSeconds: number;
}

/** When a browser's session ends, and how to put that off. */
@ApiExcludeController()
@Controller()
export class SessionEndingPages {
  /** Asking is no use of the session. */
  @Get('session')
  @SignedIn()
  left(@Req() request: Request): Left {
    return leftIn(request);
  }

  /** Being asked for has put it off already. */
  @Post('session/stay')
  @HttpCode(200)
  @SignedIn()
  stay(@Body() sent: { to?: unknown } | undefined, @Req() request: Request, @Res() response: Response): void {
    if (request.accepts('html', 'json') === 'json') response.json(leftIn(request));
    else response.redirect(303, ownPath(sent?.to));
  }

  /** Where pages without a form lead two minutes before, where there are no scripts. */
  @Get('session-ending')
  @Anyone()
  ending(@Query('to') asked: unknown, @Req() { pageSession }: Request, @Res() response: Response): void {
    const to = ownPath(asked);
    const signIn = `/sign-in?next=${encodeURIComponent(to)}`;
    if (!pageSession) {
      response.redirect(303, signIn);
      return;
    }
    const { endsAt, leftSeconds, isFinal } = pageSession;
    const when = { time: clockTime(endsAt), leftSeconds, isFinal, longestHours: LONGEST_HOURS };
    response.render('accounts/views/session-ending', {
      ...{ title: 'You will be signed out soon', to, signIn },
      ...when,
    });
  }
}

function leftIn({ pageSession }: Request): Left {
  if (!pageSession) throw new NotSignedIn('Only a browser’s session ends by itself.');
  return { leftSeconds: pageSession.leftSeconds };
}
