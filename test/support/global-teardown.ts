import { rmSync } from 'node:fs';

export default async function globalTeardown(): Promise<void> {
  await globalThis.testServer?.running.stop();
  if (globalThis.testServer) rmSync(globalThis.testServer.directory, { recursive: true, force: true });
}
