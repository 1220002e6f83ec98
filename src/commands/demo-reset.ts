import { readEnvironment } from '../../config/environment';
import { boot } from '../boot';
import { emptyDatabase } from './empty-database';
import { run } from './run';

run(async (say) => {
  const environment = readEnvironment();
  if (!environment.demo)
    throw new Error(
      'DEMO is off, so this would remove real records: nothing was done. Only a demonstration can be reset.',
    );
  const removed = await emptyDatabase(environment, say);
  say(`Removed everything there was: ${removed}.`);
  const product = await boot(say);
  await product.shutDown();
  say('The demonstration is as new. Start it with "npm start".');
});
