import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { assessmentsWorth } from '../domain/assessments-worth';
import { People } from '../people/people.service';
import { May } from '../platform/may';
import { typed, type SentForm } from '../platform/sent-form';
import { AssessmentRequests } from './assessment-requests.service';
import { assessmentsView } from './assessments.view';
import { WaitingProposals } from './waiting-proposals.service';

@ApiExcludeController()
@Controller('assessments')
export class AssessmentsPages {
  constructor(
    private readonly requests: AssessmentRequests,
    private readonly waiting: WaitingProposals,
    private readonly people: People,
  ) {}

  @Get()
  @May('judge who may stay together')
  async list(@Query() link: SentForm, @Res() response: Response): Promise<void> {
    const open = await this.requests.open();
    const worth = assessmentsWorth(await this.waiting.all());
    const ids = [...open, ...worth].flatMap(({ youngPersonIds }) => youngPersonIds);
    const names = await this.people.namesOf(ids);
    response.render(
      'compatibility/views/assessments',
      assessmentsView(open, worth, names, typed(link, 'done')),
    );
  }
}
