import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { whyNot, type RequestActionName } from '../domain/request-actions';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { givenIn, stillToDo } from '../platform/given-form';
import { IdPipe } from '../platform/id.pipe';
import { May } from '../platform/may';
import { NotThere, Refused, type FieldError } from '../platform/problem';
import { sentBack } from '../platform/sent-back';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { FORM_ACTIONS, type FormAction } from './request-action-words';
import { requestActionView } from './request-action.view';
import { leftOutIn, RequestActs } from './request-acts.service';
import { RequestPageFiles } from './request-page-files.service';
import { requestPageView } from './request-page.view';
import { Requests } from './requests.service';

const ANSWERS: readonly RequestActionName[] = ['placement', 'offer', 'waiting', 'decline'];
const REPLIES: readonly RequestActionName[] = ['acceptance', 'refusal-of-offer', 'withdrawal', 'choice'];

/** The manager's answers and the worker's replies; some are a button, some a small form. */
@ApiExcludeController()
@Controller('requests/:id')
export class RequestActionPages {
  constructor(
    private readonly acts: RequestActs,
    private readonly files: RequestPageFiles,
    private readonly requests: Requests,
    private readonly once: SentOnce,
  ) {}

  @Get('answer/:action')
  @May('answer requests')
  async showAnswer(
    @Param('id', IdPipe) id: string,
    @Param('action') action: string,
    @By() by: Person,
    @Req() { path }: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.show(response, { id, name: known(action, ANSWERS), by, sent: {}, path });
  }

  @Get('reply/:action')
  @May('ask for breaks')
  async showReply(
    @Param('id', IdPipe) id: string,
    @Param('action') action: string,
    @By() by: Person,
    @Req() { path }: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.show(response, { id, name: known(action, REPLIES), by, sent: {}, path });
  }

  @Post('answer/:action')
  @HttpCode(303)
  @May('answer requests')
  async answer(
    @Param('id', IdPipe) id: string,
    @Param('action') action: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Req() { path }: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.send(response, { id, name: known(action, ANSWERS), by, sent, path });
  }

  @Post('reply/:action')
  @HttpCode(303)
  @May('ask for breaks')
  async reply(
    @Param('id', IdPipe) id: string,
    @Param('action') action: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Req() { path }: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.send(response, { id, name: known(action, REPLIES), by, sent, path });
  }

  private async show(response: Response, asked: Asked): Promise<void> {
    if (!FORM_ACTIONS.some((name) => name === asked.name)) {
      response.redirect(303, `/requests/${asked.id}`);
      return;
    }
    const why = whyNot(asked.name, await this.requests.one(asked.id, asked.by), this.requests.today);
    if (why) throw new Refused(why);
    await this.draw(response, asked, []);
  }

  private async send(response: Response, asked: Asked): Promise<void> {
    const { id, name, by, sent } = asked;
    try {
      const path = await this.once.lead(by, sent, async () => {
        await this.acts.act(name, id, sent, by);
        return this.afterwards(asked);
      });
      response.redirect(303, path);
    } catch (error) {
      const { status, errors } = sentBack(error, 'request');
      const toDo = error instanceof Refused ? toDoFor(name, error, sent) : [];
      await this.draw(response.status(status), asked, toDo.length > 0 ? toDo : errors);
    }
  }

  /** An answer leads back to what else there is to decide; a reply to what was replied to. */
  private async afterwards({ id, name, by }: Asked): Promise<string> {
    const { unitId, status } = await this.requests.one(id, by);
    if (name === 'choice' && status !== 'placed') return `/requests/${id}?done=choice-asked`;
    if (!ANSWERS.includes(name)) return `/requests/${id}?done=${name}`;
    return `/requests?unit=${unitId}&done=${name}&request=${id}`;
  }

  private async draw(response: Response, asked: Asked, errors: readonly FieldError[]): Promise<void> {
    const { id, name, by, sent, path: action } = asked;
    const file = await this.files.open(id, by, leftOutIn(sent));
    const common = { by, sent, errors, today: this.requests.today };
    const form = FORM_ACTIONS.find((each) => each === name);
    if (form) this.drawForm(response, form, file, { ...common, action });
    else
      response.render(
        'requests/views/request',
        requestPageView(file, { ...common, key: randomUUID(), notice: undefined }),
      );
  }

  private drawForm(
    response: Response,
    name: FormAction,
    file: Parameters<typeof requestActionView>[1],
    filling: Omit<Parameters<typeof requestActionView>[2], 'key'>,
  ): void {
    const key = typed(filling.sent, 'key') || randomUUID();
    response.render('requests/views/request-form', requestActionView(name, file, { ...filling, key }));
  }
}

interface Asked {
  readonly id: string;
  readonly name: RequestActionName;
  readonly by: Person;
  readonly sent: SentForm;
  readonly path: string;
}

/** Whoever chooses dates can confirm what they read, and nothing else. */
function toDoFor(name: RequestActionName, { findings }: Refused, sent: SentForm): FieldError[] {
  const toDo = stillToDo(findings, givenIn(sent));
  const isConfirmed = ({ pointer }: FieldError) => pointer.startsWith('/acknowledged-');
  return name === 'choice' && !toDo.every(isConfirmed) ? [] : toDo;
}

function known(action: string, names: readonly RequestActionName[]): RequestActionName {
  const name = names.find((each) => each === action);
  if (!name) throw new NotThere('There is no such page.');
  return name;
}
