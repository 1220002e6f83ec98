import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../config/database';
import { createApp } from '../../src/app';
import { ENTITIES } from '../../src/entities';
import { Clock } from '../../src/platform/clock';
import type { Ground } from '../../src/platform/platform.module';
import { openAccounts, PASSWORD, USERS, type User } from './accounts';
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
  /** The token of a session somebody has already opened; pages take it as their cookie. */
  tokenOf(user: User): string;
  close(): Promise<void>;
}

/** How notices are sent, and what their links begin with. */
type Sending = Pick<Ground, 'sender' | 'publicUrl'>;

export async function startProduct<Time extends Clock = SetClock>(
  clock: Time = new SetClock() as Clock as Time,
  sending: Sending = {},
): Promise<Product<Time>> {
  const database = await cloneDatabase();
  const dataSource = await createDataSource(database.url, 4, ENTITIES).initialize();
  await openAccounts((sql, parameters) => dataSource.query(sql, parameters), clock.now());
  const own = await createDataSource(database.appUrl, 10, ENTITIES).initialize();
  const app = await createApp({ dataSource: own, clock, demo: true, ...sending });
  await app.listen(0, '127.0.0.1');
  const baseUrl = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const tokens = new Map<User, string>();
  for (const user of USERS) {
    const answer = await request(baseUrl).post('/api/sign-in').send({ user, password: PASSWORD });
    tokens.set(user, (answer.body as { token: string }).token);
  }
  await dataSource.query(`UPDATE sessions SET expires_at = expires_at + interval '100 years'`);
  const tokenOf = (user: User) => tokens.get(user) ?? '';
  return {
    app,
    dataSource,
    databaseUrl: database.url,
    baseUrl,
    clock,
    as: (user) => request.agent(baseUrl).set('Authorization', `Bearer ${tokenOf(user)}`),
    tokenOf,
    close: async () => {
      await app.close();
      await own.destroy();
      await dataSource.destroy();
      await database.drop();
    },
  };
}
