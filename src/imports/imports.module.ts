import { Module, RequestMethod, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { UnitsModule } from '../units/units.module';
import { ImportPages } from './import.pages';
import { ImportRecords } from './import-records.service';
import { Importer } from './importer.service';
import { ImportsController } from './imports.controller';
import { Imports } from './imports.service';
import { StandingReader } from './standing.reader';
import { UploadMiddleware } from './upload.middleware';

@Module({
  imports: [UnitsModule],
  controllers: [ImportsController, ImportPages],
  providers: [Importer, ImportRecords, Imports, StandingReader],
  exports: [Imports, Importer],
})
export class ImportsModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer
      .apply(UploadMiddleware)
      .forRoutes(
        { path: 'api/imports', method: RequestMethod.POST },
        { path: 'import', method: RequestMethod.POST },
      );
  }
}
