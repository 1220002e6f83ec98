import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Dated } from '../domain/reviews-due';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { wholeListing, type Listing } from '../platform/listing';
import { May } from '../platform/may';
import { ReviewsDue, type PlanToReview } from './reviews-due.service';

@ApiTags('plans')
@Controller('api/reviews-due')
export class ReviewsDueController {
  constructor(private readonly reviews: ReviewsDue) {}

  @Get()
  @May('look at plans')
  @ApiOperation({ summary: 'Reviews and progress meetings overdue, or due within 14 days' })
  async list(@By() by: Person): Promise<Listing<Dated<PlanToReview>>> {
    return wholeListing(await this.reviews.of(by));
  }
}
