import { Client, DatabaseError, escapeIdentifier } from 'pg';

const NO_SUCH_DATABASE = '3D000';

/** Creates the database unless it is there. */
export async function ensureDatabase(address: string, name: string): Promise<void> {
  try {
    await use(`${address}/${encodeURIComponent(name)}`, () => Promise.resolve());
  } catch (problem) {
    if (!(problem instanceof DatabaseError) || problem.code !== NO_SUCH_DATABASE) throw problem;
    await use(`${address}/postgres`, (client) => client.query(`CREATE DATABASE ${escapeIdentifier(name)}`));
  }
}

async function use(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end();
  }
}
