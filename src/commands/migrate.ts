import { createDataSource } from '../../config/database';
import { readEnvironment } from '../../config/environment';
import { ENTITIES } from '../entities';
import { migrate, settingUpAlone } from '../platform/migrate';
import { serveDatabase } from '../platform/served-database';
import { run } from './run';

run(async (say) => {
  const environment = readEnvironment();
  const database = await serveDatabase(environment, say, say);
  const dataSource = createDataSource(database.url, environment.poolSize, ENTITIES);
  try {
    await dataSource.initialize();
    const done = await settingUpAlone(dataSource, () => migrate(dataSource));
    say(
      done.length > 0 ? `Ran ${done.join(', ')}.` : 'The database is up to date: there was nothing to run.',
    );
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await database.stop();
  }
});
