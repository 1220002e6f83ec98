import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { londonDate } from '../domain/london';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { Clock } from '../platform/clock';
import { wholeListing, type Listing } from '../platform/listing';
import { May } from '../platform/may';
import { Assessments } from './assessments.service';
import { GroupAssessmentDto, JudgementsQuery, NewAssessmentDto } from './judgements.dto';
import { assessmentView, conflictViews, type AssessmentView, type ConflictView } from './judgements.view';

interface JudgedView extends AssessmentView {
  readonly conflicts: readonly ConflictView[];
}

@ApiTags('compatibility')
@Controller('api/compatibility-assessments')
export class AssessmentsController {
  constructor(
    private readonly assessments: Assessments,
    private readonly clock: Clock,
  ) {}

  @Post()
  @May('judge who may stay together')
  @ApiOperation({ summary: 'Judge a pair; says which stays already booked the judgement contradicts' })
  async assess(@Body() asked: NewAssessmentDto, @By() by: Person): Promise<JudgedView> {
    const { assessment, conflicts } = await this.assessments.assess(asked, by);
    return { ...this.view(assessment), conflicts: conflictViews(conflicts, by) };
  }

  @Post('group')
  @May('judge who may stay together')
  @ApiOperation({ summary: 'Judge several pairs of a group at once, all or none' })
  async assessGroup(
    @Body() { assessments }: GroupAssessmentDto,
    @By() by: Person,
  ): Promise<Listing<JudgedView>> {
    const judged = await this.assessments.assessEach(assessments, by);
    return wholeListing(
      judged.map(({ assessment, conflicts }) => ({
        ...this.view(assessment),
        conflicts: conflictViews(conflicts, by),
      })),
    );
  }

  @Get()
  @May('know who stays')
  @ApiOperation({ summary: 'Judgements on pairs, in force and superseded, newest first' })
  async list(@Query() query: JudgementsQuery): Promise<Listing<AssessmentView>> {
    const { items, nextCursor } = await this.assessments.list(query);
    return { items: items.map(this.view), nextCursor };
  }

  private readonly view = (assessment: Parameters<typeof assessmentView>[0]): AssessmentView =>
    assessmentView(assessment, londonDate(this.clock.now()));
}
