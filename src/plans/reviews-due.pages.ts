import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { May } from '../platform/may';
import { ReviewsDue } from './reviews-due.service';
import { reviewsDueView } from './reviews-due.view';

@ApiExcludeController()
@Controller('reviews')
export class ReviewsDuePages {
  constructor(private readonly reviews: ReviewsDue) {}

  @Get()
  @May('look at plans')
  async show(@By() by: Person, @Res() response: Response): Promise<void> {
    const view = reviewsDueView(await this.reviews.of(by), this.reviews.today, by);
    response.render('plans/views/reviews-due', view);
  }
}
