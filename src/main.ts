import type { AddressInfo } from 'node:net';
import { boot, type Booted } from './boot';
import { DEMO_PASSWORD } from './demo/demonstration';
import { Jobs } from './platform/jobs/jobs';

const say = (sentence: string): void => console.log(sentence);

async function start(): Promise<void> {
  const product = await boot(say);
  stopOnSignal(product);
  const { app, environment } = product;
  await app.listen(environment.port, environment.host);
  await app.get(Jobs).start();
  const { port } = app.getHttpServer().address() as AddressInfo;
  say(`Short breaks is ready at http://${environment.host}:${port}`);
  if (environment.openId) say(`People sign in with their accounts at ${environment.openId.issuer}.`);
  if (environment.demo)
    say(`Sign in as manager, deputy, staff, worker, edt, finance … with the password ${DEMO_PASSWORD}.`);
}

/** Ctrl-C, a service manager's stop or a closed terminal: finish what is under way, stop the database, lose nothing. */
function stopOnSignal(product: Booted): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      say('Stopping …');
      product.shutDown().then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
    });
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

start().catch(fail);
