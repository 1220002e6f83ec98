import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { COOKIE } from '../../src/accounts/session.middleware';
import { anotherAccount } from '../support/another-account';
import { writtenBy, type Written } from '../support/audit';
import { aUnit, book, siblings, type AUnit } from '../support/diary';
import { BrowserSession } from '../support/browser-session';
import { formTokenIn } from '../support/form-token-in';
import { startProduct, type Product } from '../support/product';

let product: Product;
let unit: AUnit;
let child: string;

const NIGHTS = { arrivesOn: '2026-03-13', departsOn: '2026-03-15' };
const booking = () => ({
  unitId: unit.id,
  kind: 'planned',
  stays: [{ youngPersonId: child, ...NIGHTS }],
});

beforeAll(async () => {
  product = await startProduct();
  unit = await aUnit(product, { rooms: 2 });
  [child = ''] = await siblings(product, 1);
  await book(product, unit, [{ youngPersonId: child, ...NIGHTS }]);
});
afterAll(() => product.close());
beforeEach(() => {
  product.clock.at = new Date(product.clock.at.getTime() + 3_600_000);
});

const times = (entries: readonly Written[]) =>
  entries.reduce((sum, { after }) => sum + Number(after?.['times'] ?? 1), 0);

describe('a refusal', () => {
  it('by somebody’s role is written down with the route, the child and the reason', async () => {
    const entries = await writtenBy(product, () =>
      product.as('finance').get(`/api/young-people/${child}?search=secret`),
    );
    expect(entries).toEqual([
      {
        ...{ action: 'access.refused', who: 'Test finance', role: 'finance', unitId: null },
        ...{ youngPersonId: child, subjectId: child },
        after: { route: 'GET /api/young-people/:id', status: 403 },
        reason: 'Your role (finance) may not look people up.',
      },
    ]);
  });

  it('because a family is another’s is written down, though it is told as if there were nothing', async () => {
    const ask = (id: string) =>
      writtenBy(product, () => product.as('worker-2').get(`/api/young-people/${id}`));
    expect(await ask(child)).toMatchObject([
      { action: 'access.refused', youngPersonId: child, after: { status: 404 } },
    ]);
    expect(await ask(randomUUID())).toEqual([]);
  });

  it('because a unit is another’s is written down too, though nothing of a child was asked for', async () => {
    const elsewhere = [(await aUnit(product)).id];
    const account = { username: 'of-one-unit', role: 'manager', unitIds: elsewhere } as const;
    const { agent } = await anotherAccount(product, account);
    const ask = (id: string) => writtenBy(product, () => agent.get(`/api/units/${id}`));
    expect(await ask(unit.id)).toMatchObject([
      { action: 'access.refused', unitId: unit.id, after: { status: 404 } },
    ]);
    expect(await ask(randomUUID())).toEqual([]);
  });

  it('by the rules is written down with its findings, once for a key, and not when it is told again', async () => {
    const send = () =>
      product.as('manager').post('/api/stays').set('Idempotency-Key', 'the-same').send(booking());
    const refused = await writtenBy(product, send);
    expect(refused).toMatchObject([
      {
        ...{ action: 'access.refused', youngPersonId: child, unitId: unit.id },
        after: { route: 'POST /api/stays', status: 409, findings: ['already-staying'] },
      },
    ]);
    expect(await writtenBy(product, send)).toEqual([]);
    const plain = () => product.as('manager').post('/api/stays').send(booking());
    expect(await writtenBy(product, plain)).toHaveLength(1);
  });

  it('on a page is written down as a program’s is', async () => {
    const form = {
      ...{ unitId: unit.id, youngPersonIds: child, kind: 'planned', step: 'book', key: 'one' },
      ...NIGHTS,
    };
    const entries = await writtenBy(product, () =>
      product.page('manager').post('/stays/new').type('form').send(form),
    );
    expect(entries).toMatchObject([
      {
        ...{ action: 'access.refused', youngPersonId: child, unitId: unit.id },
        after: { route: 'POST /stays/new', status: 409, findings: ['already-staying'] },
      },
    ]);
  });

  it('keeps nothing of what was typed, and makes no trail of a unit there is none of', async () => {
    const [entry] = await writtenBy(product, () =>
      product
        .as('worker')
        .post('/api/closures')
        .send({ unitId: randomUUID(), reason: 'Given1 is here', youngPersonIds: [randomUUID()] }),
    );
    expect(entry).toMatchObject({ unitId: null, youngPersonId: null, after: { status: 403 } });
    expect(JSON.stringify(entry)).not.toContain('Given1');
  });

  it('is said even when it cannot be written down', async () => {
    await product.dataSource.query(
      `ALTER TABLE audit_entries ADD CONSTRAINT full_disk CHECK (action <> 'access.refused') NOT VALID`,
    );
    expect((await product.as('finance').get(`/api/stays/${child}`)).status).toBe(403);
    await product.dataSource.query('ALTER TABLE audit_entries DROP CONSTRAINT full_disk');
  });

  it('many times a minute fills no disk, and is still counted', async () => {
    const entries = await writtenBy(product, async () => {
      for (let sent = 0; sent < 80; sent += 1) await product.as('finance').get(`/api/tasks`);
    });
    expect(entries).toHaveLength(22);
    expect(times(entries)).toBe(80);
    product.clock.at = new Date(product.clock.at.getTime() + 60_000);
    expect(await writtenBy(product, () => product.as('finance').get('/api/tasks'))).toHaveLength(1);
  });
});

describe('signing in', () => {
  const signIn = (user: string, password: string) =>
    request(product.baseUrl).post('/api/sign-in').send({ user, password });

  it('and out is written down', async () => {
    const browser = new BrowserSession(product);
    const entries = await writtenBy(product, async () => {
      await browser.signIn('staff');
      await browser.post('/sign-out', { formToken: formTokenIn((await browser.get('/board')).text) });
    });
    expect(entries.map(({ action, who }) => [action, who])).toEqual([
      ['person.signed-in', 'Test staff'],
      ['person.signed-out', 'Test staff'],
    ]);
    expect(browser.cookie).not.toContain(`${COOKIE}=`);
  });

  it('refused is written down at the account, without what was typed', async () => {
    const [known] = await writtenBy(product, () => signIn('staff', 'my-password-1'));
    const [unknown] = await writtenBy(product, () => signIn('my-password-1', 'x'));
    expect(known).toMatchObject({ action: 'sign-in.refused', who: 'Nobody signed in' });
    expect(known?.subjectId).toMatch(/^[0-9a-f-]{36}$/);
    expect(unknown).toMatchObject({ action: 'sign-in.refused', subjectId: null });
    expect(JSON.stringify([known, unknown])).not.toContain('my-password-1');
  });
});
