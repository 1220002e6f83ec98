import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { wholeListing, type Listing } from '../platform/listing';
import { May } from '../platform/may';
import { NewCasReviewDto } from './cas-review.dto';
import { casReviewView, type CasReviewView } from './cas-review.view';
import { CasReviews } from './cas-reviews.service';

@ApiTags('plans')
@Controller('api/cas-plans/:id/reviews')
export class CasReviewsController {
  constructor(private readonly reviews: CasReviews) {}

  @Get()
  @May('look at plans')
  @ApiOperation({ summary: 'Reviews of a CAS plan, the latest first' })
  async list(@Param('id', IdPipe) id: string, @By() by: Person): Promise<Listing<CasReviewView>> {
    return wholeListing((await this.reviews.list(id, by)).map(casReviewView));
  }

  @Post()
  @May('keep plans')
  @ApiOperation({ summary: 'Record a review of a CAS plan and when the next is due' })
  async hold(
    @Param('id', IdPipe) id: string,
    @Body() asked: NewCasReviewDto,
    @By() by: Person,
  ): Promise<CasReviewView> {
    return casReviewView(await this.reviews.hold(id, asked, by));
  }
}
