import request from 'supertest';
import type { User } from '../support/accounts';
import { anotherAccount } from '../support/another-account';
import { aCompatibleGroup, aUnit, book, siblings, type AUnit, type Booked } from '../support/diary';
import { readCalendar, type ReadEvent } from '../support/icalendar';
import { startProduct, type Product } from '../support/product';

const weekend = { arrivesOn: '2026-03-27', departsOn: '2026-03-30' };
const NAME = `UPDATE young_people SET given_name = 'Quentin', family_name = 'Zimmer-Yates' WHERE id = $1`;
const HAND_OVER = `
  UPDATE cas_plans SET key_worker_id = (SELECT id FROM accounts WHERE username = 'worker-2')
  WHERE family_id = (SELECT family_id FROM young_people WHERE id = $1)`;
const NOON = new Date('2026-03-11T12:00:00Z');

let product: Product;
let unit: AUnit;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  product.clock.at = NOON;
  unit = await aUnit(product);
});

interface Made {
  readonly id: string;
  readonly address: string;
}

const later = (hours: number) => {
  product.clock.at = new Date(product.clock.at.getTime() + hours * 3_600_000);
};

async function made(agent = product.as('staff')): Promise<Made> {
  const answer = await agent.post('/api/calendar-feeds').send();
  expect([answer.status, answer.text]).toEqual([201, answer.text]);
  return answer.body as Made;
}

const fetched = (address: string) => fetch(`${product.baseUrl}${address}`);

async function eventsAt(address: string): Promise<ReadEvent[]> {
  const answer = await fetched(address);
  expect(answer.status).toBe(200);
  return readCalendar(await answer.text());
}

async function aStayOf(youngPersonId: string, where = unit): Promise<string> {
  const answer = await book(product, where, [{ youngPersonId, ...weekend }]);
  expect(answer.status).toBe(201);
  return (answer.body as { items: Booked[] }).items[0]?.id ?? '';
}

/** Somebody of this unit only, with one stay in it. */
async function someone(username: string) {
  const [child = ''] = await siblings(product, 1);
  const stayId = await aStayOf(child);
  const account = { username, role: 'staff', unitIds: [unit.id] } as const;
  const { agent, id } = await anotherAccount(product, account);
  const { address } = await made(agent);
  return { child, stayId, accountId: id, agent, address };
}

describe('what a feed tells', () => {
  it('is each stay by initials, as whole days with an exclusive end, and no name and no id', async () => {
    const { child, stayId, address } = await someone('tells');
    await product.dataSource.query(NAME, [child]);
    const answer = await fetched(address);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    const text = await answer.text();
    expect(readCalendar(text)).toEqual([
      expect.objectContaining({
        SUMMARY: 'Q.Z.',
        'DTSTART;VALUE=DATE': '20260327',
        'DTEND;VALUE=DATE': '20260330',
        LOCATION: 'Test unit, Room 1',
        STATUS: 'CONFIRMED',
        SEQUENCE: '0',
      }),
    ]);
    for (const secret of ['Quentin', 'Zimmer', 'Yates', child, stayId, unit.id])
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
  });

  it('goes on telling what was cancelled, as such, as the same event changed once more', async () => {
    const { stayId, address } = await someone('cancels');
    const [before] = await eventsAt(address);
    const reason = { by: 'family', reason: 'A birthday.' };
    const answer = await product.as('manager').post(`/api/stays/${stayId}/cancellation`).send(reason);
    expect(answer.status).toBe(200);
    const [after] = await eventsAt(address);
    expect(after).toMatchObject({
      ...{ UID: before?.['UID'], STATUS: 'CANCELLED', SEQUENCE: '1' },
      ...{ 'DTSTART;VALUE=DATE': '20260327', 'DTEND;VALUE=DATE': '20260330' },
    });
    expect(after?.['SUMMARY']).toMatch(/^Cancelled: /);
    expect((after?.['LAST-MODIFIED'] ?? '') >= (before?.['LAST-MODIFIED'] ?? 'Z')).toBe(true);
  });

  it('tells a hold that ran out as cancelled, before and after it was tidied away alike', async () => {
    const [child = ''] = await siblings(product, 1);
    const held = await book(product, unit, [{ youngPersonId: child, ...weekend }], { hold: true });
    const { id, holdExpiresAt } = (held.body as { items: { id: string; holdExpiresAt: string }[] })
      .items[0] ?? {
      ...{ id: '', holdExpiresAt: '' },
    };
    const { agent } = await anotherAccount(product, {
      ...{ username: 'holds', role: 'staff', unitIds: [unit.id] },
    });
    const { address } = await made(agent);
    expect(await eventsAt(address)).toMatchObject([{ STATUS: 'TENTATIVE', SEQUENCE: '0' }]);
    product.clock.at = new Date(new Date(holdExpiresAt).getTime() + 1000);
    expect(await eventsAt(address)).toMatchObject([{ STATUS: 'CANCELLED', SEQUENCE: '1' }]);
    const [other = ''] = await siblings(product, 1);
    await aStayOf(other);
    const [kept] = await product.dataSource.query<{ status: string; version: number }[]>(
      'SELECT status, version FROM stays WHERE id = $1',
      [id],
    );
    expect(kept).toEqual({ status: 'cancelled', version: 2 });
    const events = await eventsAt(address);
    expect(events.filter(({ STATUS }) => STATUS === 'CANCELLED')).toMatchObject([{ SEQUENCE: '1' }]);
  });

  it('answers 304 while nothing has changed', async () => {
    const { child, address } = await someone('asks-again');
    const etag = (await fetched(address)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    later(2);
    const askAgain = () => request(product.baseUrl).get(address).set('If-None-Match', etag);
    const again = await askAgain();
    expect([again.status, again.text, again.headers['etag']]).toEqual([304, '', etag]);
    await product.dataSource.query(NAME, [child]);
    expect((await askAgain()).status).toBe(200);
  });

  it('reaches 13 weeks back and 53 ahead', async () => {
    const { address } = await someone('reaches');
    later(24 * 7 * 12);
    expect(await eventsAt(address)).toHaveLength(1);
    later(24 * 7 * 5);
    expect(await eventsAt(address)).toHaveLength(0);
  });
});

describe('whose stays it tells', () => {
  it('are those of the units somebody works for, narrowed as their account is', async () => {
    const elsewhere = await aUnit(product);
    const [one = '', other = ''] = await aCompatibleGroup(product, 2);
    await aStayOf(one);
    await aStayOf(other, elsewhere);
    const account = { username: 'of-two', role: 'staff', unitIds: [unit.id, elsewhere.id] } as const;
    const { agent, id } = await anotherAccount(product, account);
    const { address } = await made(agent);
    expect(await eventsAt(address)).toHaveLength(2);
    const change = { unitIds: [elsewhere.id], reason: 'They moved.' };
    const changed = await product.as('administrator').post(`/api/accounts/${id}/changes`).send(change);
    expect(changed.status).toBe(201);
    expect(await eventsAt(address)).toHaveLength(1);
  });

  it('are those of a worker’s families, without rooms, and of nobody else’s once the plan is handed over', async () => {
    const [child = ''] = await siblings(product, 1);
    await aStayOf(child);
    const { address } = await made(product.as('worker'));
    const other = await made(product.as('worker-2'));
    const count = (await eventsAt(address)).length;
    expect((await eventsAt(address)).every(({ LOCATION }) => LOCATION === 'Test unit')).toBe(true);
    expect(await eventsAt(other.address)).toHaveLength(0);
    await product.dataSource.query(HAND_OVER, [child]);
    expect(await eventsAt(address)).toHaveLength(count - 1);
    expect(await eventsAt(other.address)).toHaveLength(1);
  });

  it('are nobody’s once the account is closed, or its role may not know who stays', async () => {
    const closed = await someone('leaves');
    unit = await aUnit(product);
    const changed = await someone('changes');
    const administrator = product.as('administrator');
    const reason = 'They left.';
    await administrator.post(`/api/accounts/${closed.accountId}/closure`).send({ reason });
    await administrator.post(`/api/accounts/${changed.accountId}/changes`).send({ role: 'finance', reason });
    for (const { address } of [closed, changed]) {
      const answer = await fetched(address);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('There is no calendar at this address.');
    }
  });
});

describe('an address', () => {
  it('is kept as a hash only, and said once, also to whoever repeats the request', async () => {
    const { agent } = await someone('keeps');
    const make = () => agent.post('/api/calendar-feeds').set('Idempotency-Key', 'once').send();
    const [first, again] = [await make(), await make()];
    const { address, id } = first.body as Made;
    expect(address).toMatch(/^\/calendar\/[\w-]{43}\.ics$/);
    expect(again.body).toMatchObject({ id });
    expect(again.body).not.toHaveProperty('address');
    const secret = address.slice('/calendar/'.length, -'.ics'.length);
    const dump = await product.dataSource.query<{ all: string }[]>(
      `SELECT (SELECT string_agg(feeds::text, '') FROM calendar_feeds AS feeds) ||
         (SELECT string_agg(keys::text, '') FROM idempotency_keys AS keys) ||
         (SELECT string_agg(entries::text, '') FROM audit_entries AS entries) AS all`,
    );
    expect(dump[0]?.all).not.toContain(secret);
    const listed = await agent.get('/api/calendar-feeds');
    expect(listed.body).toMatchObject({ items: [{ id, lastUsedAt: null }] });
  });

  it('works no longer once it is revoked, replaced or has run out', async () => {
    const { agent, address } = await someone('revokes');
    const second = await made(agent);
    expect((await fetched(address)).status).toBe(410);
    expect((await fetched(second.address)).status).toBe(200);
    expect((await agent.post('/api/calendar-feeds/revocation').send()).status).toBe(200);
    expect((await fetched(second.address)).status).toBe(410);
    expect((await agent.post('/api/calendar-feeds/revocation').send()).status).toBe(409);
    const third = await made(agent);
    later(24 * 7 * 26);
    expect((await fetched(third.address)).status).toBe(410);
  });

  it('is one, though two are made at once', async () => {
    const { agent, accountId } = await someone('races');
    for (let round = 0; round < 10; round += 1) {
      const both = await Promise.all([made(agent), made(agent), made(agent)]);
      const statuses = await Promise.all(both.map(async ({ address }) => (await fetched(address)).status));
      expect(statuses.sort()).toEqual([200, 410, 410]);
    }
    const [live] = await product.dataSource.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM calendar_feeds WHERE account_id = $1 AND revoked_at IS NULL',
      [accountId],
    );
    expect(live?.count).toBe(1);
  });

  it('that is nobody’s says so, whatever is typed', async () => {
    for (const typed of ['x', 'A'.repeat(43), '%00', 'a'.repeat(2000), '..%2f..%2fetc', "'; --"]) {
      const { status } = await fetched(`/calendar/${typed}.ics`);
      expect([typed.slice(0, 20), status]).toEqual([typed.slice(0, 20), 404]);
    }
  });
});

it('writes down each use once an hour, and when it was last used always', async () => {
  const { agent, address, accountId } = await someone('noted');
  const noted = async () => {
    const rows = await product.dataSource.query<{ action: string }[]>(
      `SELECT action, actor_id, young_person_id, after FROM audit_entries
       WHERE action LIKE 'calendar-feed.%' AND actor_id = $1 ORDER BY id`,
      [accountId],
    );
    return rows.map(({ action }) => action);
  };
  await fetched(address);
  later(0.5);
  await fetched(address);
  expect(await noted()).toEqual(['calendar-feed.made', 'calendar-feed.fetched']);
  const listed = await agent.get('/api/calendar-feeds');
  expect(listed.body).toMatchObject({ items: [{ lastUsedAt: '2026-03-11T12:30:00.000Z' }] });
  later(0.5);
  await fetched(address);
  expect(await noted()).toEqual(['calendar-feed.made', 'calendar-feed.fetched', 'calendar-feed.fetched']);
});

it('is for unit staff and CAS workers, and for nobody who may not know who stays', async () => {
  const others: readonly User[] = [
    'edt',
    'service-manager',
    'finance',
    'auditor',
    'visitor',
    'administrator',
  ];
  for (const role of others) {
    expect([role, (await product.as(role).post('/api/calendar-feeds').send()).status]).toEqual([role, 403]);
    expect([role, (await product.page(role).get('/calendar')).status]).toEqual([role, 403]);
  }
});
