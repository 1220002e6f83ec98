import type { DataSource } from 'typeorm';
import { createDataSource } from '../../config/database';
import { createApp } from '../../src/app';
import { ENTITIES } from '../../src/entities';
import { Clock } from '../../src/platform/clock';
import { Database } from '../../src/platform/database';
import { Notices } from '../../src/platform/notices/notices';
import { startMailServer, type MailServer } from '../support/mail-server';
import { startProcesses, type Processes } from '../support/two-processes';

let mail: MailServer;
let processes: Processes;
let dataSource: DataSource;
let app: Awaited<ReturnType<typeof createApp>>;

/** The product as people run it, and one that only writes: nothing runs jobs there. */
beforeAll(async () => {
  mail = await startMailServer();
  const settings = { SMTP_URL: mail.url, NOTICES_FROM: 'breaks@council.example' };
  processes = await startProcesses({ count: 1, settings });
  dataSource = await createDataSource(processes.databaseUrl, 2, ENTITIES).initialize();
  app = await createApp({ dataSource, clock: new Clock() });
  await app.init();
});
afterAll(async () => {
  await app.close();
  await dataSource.destroy();
  await processes.stop();
  await mail.close();
});

function write(count: number): Promise<string[]> {
  const to = Array.from({ length: count }, (_, index) => ({
    name: 'The night line',
    address: `line-${index}@council.example`,
  }));
  const words = { subject: 'A stay has moved', body: 'It stands on other nights.', link: '/requests' };
  return app
    .get(Database)
    .transaction((tx) => app.get(Notices).write(tx, { kind: 'stay.moved', to, ...words }));
}

const lettersOf = (id: string | undefined) =>
  mail.letters.filter(({ messageId }) => messageId.includes(`${id}`));

interface Held {
  /** The server has been asked, and does not answer. */
  readonly asked: Promise<void>;
  readonly letGo: () => void;
}

/** Keeps the product waiting for an answer about a recipient, or about a whole letter. */
function hold(what: 'onRecipient' | 'onLetter'): Held {
  let letGo = (): void => undefined;
  const answered = new Promise<void>((resolve) => (letGo = resolve));
  const asked = new Promise<void>((resolve) => {
    mail[what] = () => {
      resolve();
      return answered;
    };
  });
  return {
    asked,
    letGo: () => {
      mail[what] = () => undefined;
      letGo();
    },
  };
}

async function untilSent(ids: readonly string[]): Promise<void> {
  for (const end = Date.now() + 40_000; Date.now() < end;) {
    const unsent = await dataSource.query<unknown[]>(
      'SELECT id FROM notices WHERE id = ANY ($1) AND sent_at IS NULL',
      [ids],
    );
    if (unsent.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Not every notice was sent.');
}

it('killed between a change and its letter, the product sends the letter when it is up again, once', async () => {
  const { asked, letGo } = hold('onRecipient');
  const [id = ''] = await write(1);
  await asked;
  await processes.kill(0);
  letGo();
  expect(lettersOf(id)).toEqual([]);
  await processes.startAnother();
  await untilSent([id]);
  expect(lettersOf(id)).toHaveLength(1);
});

it('killed before it hears that a letter was taken, it sends it again, under the id of the first', async () => {
  const { asked, letGo } = hold('onLetter');
  const [id = ''] = await write(1);
  await asked;
  await processes.kill(1);
  letGo();
  await processes.startAnother();
  await untilSent([id]);
  const ids = lettersOf(id).map(({ messageId }) => messageId);
  expect(ids).toEqual([`<${id}@council.example>`, `<${id}@council.example>`]);
});

it('one of two killed among many letters, none is lost, and none comes twice but those it had in hand', async () => {
  await processes.startAnother();
  let taken = 0;
  let killed: Promise<void> | undefined;
  mail.onLetter = () => {
    taken += 1;
    if (taken === 8) killed = processes.kill(2);
  };
  const ids = await write(24);
  await untilSent(ids);
  await killed;
  const counts = ids.map((id) => lettersOf(id).length);
  expect(counts.filter((count) => count === 0)).toEqual([]);
  expect(counts.filter((count) => count > 1).length).toBeLessThanOrEqual(2);
  expect(killed).toBeDefined();
});

it('nothing of it went wrong on the way', () => {
  expect(processes.complaints()).toBe('');
});
