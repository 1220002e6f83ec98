import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Person } from '../platform/actor';
import { By } from '../platform/by';
import { IdPipe } from '../platform/id.pipe';
import { wholeListing, type Listing } from '../platform/listing';
import { May } from '../platform/may';
import { ClaimFacts } from './claim-facts.service';
import { ClaimRecords } from './claim-records.service';
import { ClaimedChildren } from './claimed-children.service';
import { ChildSearchDto, ClaimFactsDto, ClaimPreviewDto, EmergencyClaimDto } from './emergency-claim.dto';
import {
  claimedView,
  emergencyClaimView,
  foundChildView,
  previewView,
  type ClaimedView,
  type EmergencyClaimView,
  type FoundChildView,
  type PreviewView,
} from './emergency-claim.view';
import { EmergencyClaims } from './emergency-claims.service';

@ApiTags('emergencies')
@Controller('api/emergency-claims')
export class EmergencyClaimsController {
  constructor(
    private readonly claims: EmergencyClaims,
    private readonly records: ClaimRecords,
    private readonly children: ClaimedChildren,
    private readonly facts: ClaimFacts,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @May('claim emergency beds')
  @ApiOperation({ summary: 'A free bed tonight, or the least harmful way to make one; nothing is recorded' })
  async preview(@Body() asked: ClaimPreviewDto, @By() by: Person): Promise<PreviewView> {
    return previewView(await this.claims.preview(asked), by);
  }

  @Post('child-search')
  @HttpCode(200)
  @May('claim emergency beds')
  @ApiOperation({ summary: 'The likeliest few children on file for a name; every look is recorded' })
  async find(@Body() asked: ChildSearchDto): Promise<Listing<FoundChildView>> {
    return wholeListing((await this.children.find(asked)).map(foundChildView));
  }

  @Post()
  @May('claim emergency beds')
  @ApiOperation({ summary: 'Claim a bed from tonight on; 409 with findings and ways when there is none' })
  async claim(@Body() asked: EmergencyClaimDto, @By() by: Person): Promise<ClaimedView> {
    return claimedView(await this.claims.claim(asked, by), by);
  }

  @Get(':id')
  @May('claim emergency beds')
  @ApiOperation({ summary: 'One claim; of the emergency duty team, by whoever made it' })
  async show(@Param('id', IdPipe) id: string, @By() by: Person): Promise<EmergencyClaimView> {
    return emergencyClaimView(await this.records.one(id, by));
  }

  @Post(':id/facts')
  @HttpCode(200)
  @May('claim emergency beds')
  @ApiOperation({ summary: 'Add what was not known at the time; what is on file already stays as it is' })
  async addFacts(
    @Param('id', IdPipe) id: string,
    @Body() asked: ClaimFactsDto,
    @By() by: Person,
  ): Promise<EmergencyClaimView> {
    return emergencyClaimView(await this.facts.add(id, asked, by));
  }
}
