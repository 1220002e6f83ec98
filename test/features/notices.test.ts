import { Jobs } from '../../src/platform/jobs/jobs';
import { Database } from '../../src/platform/database';
import { NotifySender } from '../../src/platform/notices/notify-sender';
import { Notices, type NewNotice } from '../../src/platform/notices/notices';
import { Undeliverable } from '../../src/platform/notices/sender';
import { SmtpSender } from '../../src/platform/notices/smtp-sender';
import { USERS, type User } from '../support/accounts';
import { aUnit, siblings } from '../support/diary';
import { answer, startMailServer, type MailServer } from '../support/mail-server';
import { startNotifyServer } from '../support/notify-server';
import { SetClock, startProduct, type Product } from '../support/product';

const MOVED: NewNotice = {
  kind: 'stay.moved',
  to: { role: 'manager' },
  subject: 'A stay has moved',
  body: 'It stands on other nights.',
  link: '/requests',
};

interface Told {
  readonly id: string;
  readonly state: string;
  readonly text: string;
  readonly attempts: number;
  readonly nextAt: string | null;
  readonly lastError: string | null;
}

let mail: MailServer;
let product: Product;
beforeAll(async () => {
  mail = await startMailServer();
  const sender = new SmtpSender(mail.url, 'Short breaks <breaks@council.example>');
  product = await startProduct(new SetClock(), { sender, publicUrl: 'https://breaks.council.example' });
  await product.dataSource.query(`UPDATE accounts SET email = username || '@council.example'`);
});
afterAll(async () => {
  await product.close();
  await mail.close();
});
beforeEach(() => {
  mail.onLetter = () => undefined;
  mail.onRecipient = () => undefined;
});

async function write(notice: Partial<NewNotice> = {}, on = product): Promise<string[]> {
  const notices = on.app.get(Notices);
  return on.app.get(Database).transaction((tx) => notices.write(tx, { ...MOVED, ...notice }));
}

const runDue = (on = product) => on.app.get(Jobs).runDue();

async function told(id: string | undefined, on = product): Promise<Told> {
  const answered = await on.as('manager').get('/api/notices');
  const found = (answered.body as { items: Told[] }).items.find((notice) => notice.id === id);
  if (!found) throw new Error('The outbox does not know it.');
  return found;
}

const lettersOf = (id: string | undefined) =>
  mail.letters.filter(({ messageId }) => messageId.includes(`${id}`));

const again = (id: string | undefined, as: User = 'manager', on = product) =>
  on.as(as).post(`/api/notices/${id}/sending`);

function later(minutes: number): void {
  product.clock.at = new Date(product.clock.at.getTime() + minutes * 60_000);
}

describe('a notice', () => {
  it('goes out once, as the outbox shows it, under its own id, with a link that leads back', async () => {
    const [id] = await write();
    expect(await told(id)).toMatchObject({ state: 'waiting', attempts: 0 });
    await runDue();
    await runDue();
    const [letter, ...others] = lettersOf(id);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ to: ['manager@council.example'], messageId: `<${id}@council.example>` });
    expect(letter?.raw).toMatch(/^From: Short breaks <breaks@council.example>/m);
    expect(letter?.raw).toMatch(/^Subject: A stay has moved/m);
    const { state, text } = await told(id);
    expect(state).toBe('sent');
    expect(text).toContain('https://breaks.council.example/requests\n');
    expect(letter?.raw.replaceAll('\r\n', '\n')).toContain(text);
  });

  it('is not written when what it tells of does not happen', async () => {
    const before = mail.letters.length;
    const undone = product.app.get(Database).transaction(async (tx) => {
      await product.app.get(Notices).write(tx, { ...MOVED, subject: 'Never' });
      throw new Error('After all not.');
    });
    await expect(undone).rejects.toThrow('After all not.');
    await runDue();
    expect(mail.letters).toHaveLength(before);
    expect(await product.dataSource.query(`SELECT id FROM notices WHERE subject = 'Never'`)).toEqual([]);
  });

  it('goes to everybody with a role, to one account, or to an address; once for what it must be told once', async () => {
    const to = [{ role: 'worker' }, { name: 'The night line', address: 'line@council.example' }] as const;
    const once = 'the stay of Friday';
    const written = await write({ to, once });
    expect(await write({ to, once })).toEqual([]);
    await runDue();
    const addresses = written.flatMap((id) => lettersOf(id).flatMap((letter) => letter.to));
    expect(addresses.toSorted()).toEqual([
      'line@council.example',
      'worker-2@council.example',
      'worker@council.example',
    ]);
  });

  it('that names a child it is about is not written', async () => {
    const about = await siblings(product, 1);
    await product.dataSource.query(
      `UPDATE young_people SET given_name = 'Rosalind', family_name = 'Quarrie' WHERE id = $1`,
      about,
    );
    const ids = [
      ...(await write({ about, subject: 'Rosalind has moved' })),
      ...(await write({ about, body: 'The stay of R. Quarrie is off.' })),
      ...(await write({ about })),
    ];
    const words = await product.dataSource.query<{ subject: string; body: string }[]>(
      'SELECT subject, body FROM notices WHERE id = ANY ($1) ORDER BY written_at, id',
      [ids],
    );
    expect(words).toHaveLength(3);
    expect(JSON.stringify(words)).not.toMatch(/Rosalind|Quarrie/);
    expect(words.filter(({ subject }) => subject === 'There is something for you to read')).toHaveLength(2);
    await runDue();
  });
});

describe('a notice that does not get through', () => {
  it('is tried again after longer and longer, then given up for a person to see and send again', async () => {
    mail.onLetter = () => {
      throw answer(451, 'The disk is full');
    };
    const [id] = await write();
    await runDue();
    expect(await told(id)).toMatchObject({
      ...{ state: 'tried', attempts: 1 },
      nextAt: new Date(product.clock.at.getTime() + 30_000).toISOString(),
      lastError: expect.stringContaining('The disk is full') as string,
    });
    await runDue();
    expect((await told(id)).attempts).toBe(1);
    expect((await again(id)).status).toBe(409);
    for (const minutes of [0.5, 2, 8, 32, 128, 360, 360]) {
      later(minutes);
      await runDue();
    }
    expect(await told(id)).toMatchObject({ state: 'failed', attempts: 8, nextAt: null });
    expect(new Set(lettersOf(id).map(({ messageId }) => messageId)).size).toBe(1);

    mail.onLetter = () => undefined;
    expect((await again(id)).status).toBe(202);
    await runDue();
    expect(await told(id)).toMatchObject({ state: 'sent', lastError: null });
    expect((await again(id)).status).toBe(409);
  });

  it('is given up at once when the address is refused for good', async () => {
    mail.onRecipient = () => {
      throw answer(550, 'Nobody of that name');
    };
    const [id] = await write();
    await runDue();
    expect(await told(id)).toMatchObject({ state: 'failed', attempts: 1 });
    mail.onRecipient = () => undefined;
    await again(id);
    await runDue();
  });

  it('is given up at once when there is no address, and goes when somebody has entered one', async () => {
    await product.dataSource.query(`UPDATE accounts SET email = NULL WHERE username = 'edt'`);
    const [id] = await write({ to: { role: 'edt' } });
    await runDue();
    expect(await told(id)).toMatchObject({
      state: 'failed',
      lastError: 'No e-mail address is known for Test edt.',
    });
    await product.dataSource.query(
      `UPDATE accounts SET email = 'edt@council.example' WHERE username = 'edt'`,
    );
    await again(id);
    await runDue();
    expect(lettersOf(id)).toMatchObject([{ to: ['edt@council.example'] }]);
  });

  it('is told on the board to those who can send it again, and to nobody else', async () => {
    await aUnit(product);
    mail.onRecipient = () => {
      throw answer(550, 'Nobody of that name');
    };
    const [id] = await write();
    await runDue();
    for (const user of ['manager', 'deputy', 'staff', 'finance'] as const) {
      const { text } = await product.as(user).get('/board').set('Accept', 'text/html');
      const isTold = text.includes('One notice could not be sent.');
      expect([user, isTold]).toEqual([user, ['manager', 'deputy'].includes(user)]);
    }
    mail.onRecipient = () => undefined;
    await again(id);
    await runDue();
  });
});

it('nobody but managers, deputies and administrators reads the outbox or sends again', async () => {
  const [id] = await write();
  await runDue();
  for (const user of USERS) {
    const may = ['manager', 'deputy', 'administrator'].includes(user);
    const statuses = [
      (await product.as(user).get('/api/notices')).status,
      (await product.as(user).get('/outbox')).status,
      (await again(id, user)).status,
    ];
    expect([user, ...statuses]).toEqual([user, ...(may ? [200, 200, 409] : [403, 403, 403])]);
  }
});

it('while no way of sending is set up, notices are kept to be read, and go nowhere', async () => {
  const silent = await startProduct();
  const [id] = await write({}, silent);
  await runDue(silent);
  expect(await told(id, silent)).toMatchObject({ state: 'kept', attempts: 0 });
  expect((await again(id, 'manager', silent)).status).toBe(409);
  await silent.close();
});

describe('through GOV.UK Notify', () => {
  const apiKey = 'unit-8b9b5b0e-2f55-4b0c-8a0d-0d1c8a3f6a11-5c1f7e2a-90d4-4a37-b6a4-3f1d2c9e8b70';
  const letter = {
    id: 'e5b9b6a2-6d52-4a30-93f4-0d9f1f1c2b3a',
    to: { name: 'Ruth Calder', address: 'ruth@council.example' },
    subject: 'A stay has moved',
    text: 'Hello Ruth Calder,',
  };

  it('a notice goes with its words, its id as reference, and a token that is not the key', async () => {
    const notify = await startNotifyServer();
    await new NotifySender({ apiKey, templateId: 'template', url: notify.url }).send(letter);
    const [asked] = notify.asked;
    expect(asked).toMatchObject({
      path: '/v2/notifications/email',
      body: {
        ...{ template_id: 'template', email_address: 'ruth@council.example', reference: letter.id },
        personalisation: { subject: 'A stay has moved', body: 'Hello Ruth Calder,' },
      },
    });
    expect(asked?.headers.authorization).toMatch(/^Bearer \S+\.\S+\.\S+$/);
    expect(JSON.stringify(asked)).not.toContain('5c1f7e2a-90d4');
    await notify.close();
  });

  it('a refusal is final, trouble is not; both are told in its words without the key or the token', async () => {
    const notify = await startNotifyServer();
    const sender = new NotifySender({ apiKey, templateId: 'template', url: notify.url });
    const errors = [{ error: 'BadRequestError', message: 'email_address is not valid' }];
    const thrown: unknown[] = [];
    for (const status of [400, 503]) {
      notify.answer = { status, body: { status_code: status, errors } };
      await sender.send(letter).catch((error: unknown) => thrown.push(error));
    }
    expect(thrown.map((error) => error instanceof Undeliverable)).toEqual([true, false]);
    for (const error of thrown) {
      expect(error).toMatchObject({ message: 'email_address is not valid' });
      expect(JSON.stringify(Object.values(error as object))).not.toContain('Bearer');
    }
    await notify.close();
  });
});
