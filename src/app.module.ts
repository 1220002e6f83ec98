import { Module, type DynamicModule } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module';
import { PlatformModule, type Ground } from './platform/platform.module';
import { UnitsModule } from './units/units.module';

/** The table of contents. */
@Module({})
export class AppModule {
  static on(ground: Ground): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.on(ground), AccountsModule, UnitsModule],
    };
  }
}
