import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { wholeListing, type Listing } from '../platform/listing';
import { SignedIn } from '../platform/may';
import { permissionViews, type PermissionView } from './permissions.view';

@ApiTags('accounts')
@Controller('api/permissions')
export class PermissionsController {
  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'Who may do what, and how far: the matrix every page and call goes by' })
  list(): Listing<PermissionView> {
    return wholeListing(permissionViews());
  }
}
