import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../config/database';
import { readEnvironment, type Environment } from '../config/environment';
import { createApp } from './app';
import { loadDemonstration } from './demo/demonstration';
import { ENTITIES } from './entities';
import { Clock } from './platform/clock';
import { migrate, settingUpAlone } from './platform/migrate';
import { chosenSender } from './platform/notices/chosen-sender';
import { serveDatabase } from './platform/served-database';

/** The product without its web server: what `npm start` and the commands have in common. */
export interface Booted {
  readonly environment: Environment;
  readonly dataSource: DataSource;
  readonly app: NestExpressApplication;
  shutDown(): Promise<void>;
}

/** Database, migrations, and the demonstration where it is wanted; says what it is doing. */
export async function boot(say: (sentence: string) => void): Promise<Booted> {
  const environment = readEnvironment();
  const database = await serveDatabase(environment, say, (sentence) => {
    say(sentence);
    process.exit(1);
  });
  const dataSource = createDataSource(database.url, environment.poolSize, ENTITIES);
  try {
    await dataSource.initialize();
    const { demo, publicUrl } = environment;
    const sender = chosenSender(environment);
    const app = await createApp({ dataSource, clock: new Clock(), demo, sender, publicUrl });
    await app.init();
    await settingUpAlone(dataSource, async () => {
      const migrated = await migrate(dataSource);
      if (migrated.length > 0) say(`Brought the database up to date: ${migrated.join(', ')}.`);
      if (demo) await loadDemonstration(app, say);
    });
    const shutDown = async (): Promise<void> => {
      await app.close();
      await dataSource.destroy();
      await database.stop();
    };
    return { environment, dataSource, app, shutDown };
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    await database.stop();
    throw error;
  }
}
