import { NOT_DURABLE, startServer, type TestServer } from './server';

declare global {
  var testServer: TestServer | undefined;
}

/** One real server for the run, and one migrated database that every test file clones. */
export default async function globalSetup(): Promise<void> {
  globalThis.testServer = await startServer(NOT_DURABLE);
}
