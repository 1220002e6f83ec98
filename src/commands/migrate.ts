import { createDataSource } from '../../config/database';
import { readEnvironment } from '../../config/environment';
import { ENTITIES } from '../entities';
import { settingUpAlone } from '../platform/migrate';
import { serveDatabase } from '../platform/served-database';
import { setUp } from '../platform/set-up';
import { run } from './run';

run(async (say) => {
  const environment = readEnvironment();
  const database = await serveDatabase(environment, say, say);
  const dataSource = createDataSource(database.url, environment.poolSize, ENTITIES);
  try {
    await dataSource.initialize();
    await settingUpAlone(dataSource, () => setUp(dataSource, environment, say));
    say('The database is up to date.');
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await database.stop();
  }
});
