import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../config/database';
import { COOKIE } from '../../src/accounts/session.middleware';
import { Sessions } from '../../src/accounts/sessions.service';
import { createApp } from '../../src/app';
import { ENTITIES } from '../../src/entities';
import type { Person } from '../../src/platform/actor';
import { Clock } from '../../src/platform/clock';
import { formToken } from '../../src/platform/form-token';
import type { Ground } from '../../src/platform/platform.module';
import { openAccounts, type User } from './accounts';
import { cloneDatabase } from './databases';

/** A clock the test sets; starts at an ordinary Wednesday noon in London. */
export class SetClock extends Clock {
  constructor(public at: Date = new Date('2026-03-11T12:00:00Z')) {
    super();
  }

  override now(): Date {
    return this.at;
  }
}

/** The real product on a database of its own, listening on a free loopback port. */
export interface Product<Time extends Clock = SetClock> {
  readonly app: NestExpressApplication;
  /** The database's owner, who may do what the product may not. */
  readonly dataSource: DataSource;
  readonly databaseUrl: string;
  readonly baseUrl: string;
  readonly clock: Time;
  /** An agent that speaks for a demonstration account: `as('manager').post('/api/stays')`. */
  as(user: User): ReturnType<typeof request.agent>;
  /** An agent of a browser in which they are signed in: `page('manager').post('/stays/new').type('form')`. */
  page(user: User): ReturnType<typeof request.agent>;
  /** The token of a session of pages that does not end by itself; a browser has it as its cookie. */
  tokenOf(user: User): string;
  /** What a browser in which they are signed in sends with a form: `fetch(…, { headers: headersOf('edt') })`. */
  headersOf(user: User): Record<string, string>;
  close(): Promise<void>;
}

/**
 * How notices are sent, where people find the product, and how they sign in;
 * how the product is kept from harm.
 */
interface Surroundings extends Pick<Ground, 'sender' | 'publicUrl' | 'openId' | 'protection'> {
  readonly port?: number;
}

export async function startProduct<Time extends Clock = SetClock>(
  clock: Time = new SetClock() as Clock as Time,
  { port = 0, ...ground }: Surroundings = {},
): Promise<Product<Time>> {
  const database = await cloneDatabase();
  const dataSource = await createDataSource(database.url, 4, ENTITIES).initialize();
  await openAccounts((sql, parameters) => dataSource.query(sql, parameters), clock.now());
  const own = await createDataSource(database.appUrl, 10, ENTITIES).initialize();
  const app = await createApp({ dataSource: own, clock, demo: true, ...ground });
  await app.listen(port, '127.0.0.1');
  const baseUrl = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const sessions = ground.openId ? new Map<User, OpenSessions>() : await sessionsOf(app, dataSource);
  const sessionOf = (user: User) => sessions.get(user) ?? { id: '', page: '', program: '' };
  const headersOf = (user: User) => browserHeaders(sessionOf(user).page, sessionOf(user).id);
  return {
    app,
    dataSource,
    databaseUrl: database.url,
    baseUrl,
    clock,
    as: (user) => request.agent(baseUrl).set('Authorization', `Bearer ${sessionOf(user).program}`),
    page: (user) => request.agent(baseUrl).set(headersOf(user)),
    tokenOf: (user) => sessionOf(user).page,
    headersOf,
    close: async () => {
      await app.close();
      await own.destroy();
      await dataSource.destroy();
      await database.drop();
    },
  };
}

/** What a browser sends in which this account has a session of pages. */
export function browserHeaders(token: string, accountId: string): Record<string, string> {
  return {
    Cookie: `${COOKIE}=${token}`,
    'X-Form-Token': formToken(token, accountId),
    Accept: 'text/html',
  };
}

interface OpenSessions {
  readonly id: string;
  readonly page: string;
  readonly program: string;
}

/** Everybody is signed in, in a browser and from a program, and stays so however the clock is set. */
async function sessionsOf(
  app: NestExpressApplication,
  dataSource: DataSource,
): Promise<ReadonlyMap<User, OpenSessions>> {
  const people = await dataSource.query<(Person & { username: User })[]>(
    'SELECT id, username, name, role FROM accounts',
  );
  const open = (person: Person, kind: 'page' | 'program') => app.get(Sessions).open(person, { kind });
  const sessions = people.map(async (person): Promise<[User, OpenSessions]> => {
    const [page, program] = [await open(person, 'page'), await open(person, 'program')];
    return [person.username, { id: person.id, page: page.token, program: program.token }];
  });
  const opened = new Map(await Promise.all(sessions));
  await dataSource.query(
    `UPDATE sessions SET expires_at = expires_at + interval '100 years',
      last_used_at = last_used_at + interval '100 years'`,
  );
  return opened;
}
