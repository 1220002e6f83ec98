import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { People } from '../people/people.service';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { wholeListing, type Listing } from '../platform/listing';
import { May } from '../platform/may';
import { NewAssessmentRequestDto } from './assessment-request.dto';
import { AssessmentRequests } from './assessment-requests.service';

interface AskedPairView {
  readonly id: string;
  readonly youngPersonIds: readonly string[];
  readonly names: readonly string[];
  readonly askedAt: string;
  readonly askedByName: string;
  readonly forRequestId: string | null;
  readonly reason: string;
  readonly status: string;
}

@ApiTags('compatibility')
@Controller('api/assessment-requests')
export class AssessmentRequestsController {
  constructor(
    private readonly requests: AssessmentRequests,
    private readonly people: People,
  ) {}

  @Post()
  @May('ask for breaks')
  @ApiOperation({ summary: 'Ask for the assessments a stay lacks; says how many, never of whom' })
  async ask(@Body() asked: NewAssessmentRequestDto, @By() by: Person): Promise<{ asked: number }> {
    return { asked: await this.requests.ask(asked, by) };
  }

  @Get()
  @May('judge who may stay together')
  @ApiOperation({ summary: 'Pairs somebody waits for, the longest first' })
  async list(): Promise<Listing<AskedPairView>> {
    const open = await this.requests.open();
    const names = await this.people.namesOf(open.flatMap(({ youngPersonIds }) => youngPersonIds));
    return wholeListing(
      open.map(({ askedAt, ...pair }) => ({
        ...pair,
        names: pair.youngPersonIds.map((id) => names.get(id) ?? ''),
        askedAt: askedAt.toISOString(),
      })),
    );
  }
}
