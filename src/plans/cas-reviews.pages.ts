import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { May, may } from '../platform/may';
import type { FieldError } from '../platform/problem';
import { sentBack } from '../platform/sent-back';
import { typed, type SentForm } from '../platform/sent-form';
import { SentOnce } from '../platform/sent-once';
import { casReviewAsked, casReviewIn, type CasReviewForm } from './cas-review-form';
import { casReviewsView } from './cas-reviews.view';
import { CasReviews } from './cas-reviews.service';
import { ReviewsDue } from './reviews-due.service';

interface Drawing {
  readonly form: CasReviewForm;
  readonly errors?: readonly FieldError[];
  readonly isHeld?: boolean;
}

@ApiExcludeController()
@Controller('cas-plans/:id/reviews')
export class CasReviewsPages {
  constructor(
    private readonly reviews: CasReviews,
    private readonly due: ReviewsDue,
    private readonly once: SentOnce,
  ) {}

  @Get()
  @May('look at plans')
  async show(
    @Param('id', IdPipe) id: string,
    @Query() link: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const form = casReviewIn({ key: randomUUID(), heldOn: this.due.today });
    await this.draw(response, id, by, { form, isHeld: typed(link, 'done') === 'held' });
  }

  @Post()
  @HttpCode(303)
  @May('keep plans')
  async hold(
    @Param('id', IdPipe) id: string,
    @Body() sent: SentForm,
    @By() by: Person,
    @Res() response: Response,
  ): Promise<void> {
    const form = casReviewIn(sent);
    try {
      const path = await this.once.lead(by, sent, async () => {
        await this.reviews.hold(id, casReviewAsked(form), by);
        return `/cas-plans/${id}/reviews?done=held`;
      });
      response.redirect(303, path);
    } catch (error) {
      const { status, errors } = sentBack(error, 'heldOn');
      await this.draw(response.status(status), id, by, { form, errors });
    }
  }

  private async draw(response: Response, id: string, by: Person, drawing: Drawing): Promise<void> {
    const plan = await this.reviews.plan(id, by);
    const held = await this.reviews.list(id, by);
    const view = casReviewsView(plan, held, this.due.today, {
      mayHold: may(by.role, 'keep plans'),
      ...drawing,
    });
    response.render('plans/views/cas-reviews', view);
  }
}
