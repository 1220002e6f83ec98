import { ENTITIES } from '../src/entities';
import { createDataSource } from './database';
import { readEnvironment } from './environment';

const { databaseUrl, poolSize } = readEnvironment();

/** For the TypeORM command line; `npm run migrate` is the everyday way. */
export default createDataSource(databaseUrl ?? 'postgres://127.0.0.1/short_breaks', poolSize, ENTITIES);
