import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../config/database';
import { hashPassword } from '../../src/accounts/sessions.service';
import { createApp } from '../../src/app';
import { ENTITIES } from '../../src/entities';
import { ROLES, type Role } from '../../src/platform/actor';
import { Clock } from '../../src/platform/clock';
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

export type Verb = 'get' | 'post';

/** The real product on a database of its own, listening on a free loopback port. */
export interface Product {
  readonly app: NestExpressApplication;
  readonly dataSource: DataSource;
  readonly databaseUrl: string;
  readonly baseUrl: string;
  readonly clock: SetClock;
  /** An agent that speaks for a demonstration account: `as('manager').post('/api/stays')`. */
  as(user: Role | 'worker-2'): ReturnType<typeof request.agent>;
  close(): Promise<void>;
}

export const PASSWORD = 'short-breaks';

export async function startProduct(clock = new SetClock()): Promise<Product> {
  const database = await cloneDatabase();
  const dataSource = await createDataSource(database.url, 10, ENTITIES).initialize();
  const passwordHash = await hashPassword(PASSWORD);
  for (const username of [...ROLES, 'worker-2'])
    await dataSource.query(
      'INSERT INTO accounts (username, name, role, password_hash) VALUES ($1, $2, $3, $4)',
      [username, `Test ${username}`, username.replace(/-2$/, ''), passwordHash],
    );
  const app = await createApp({ dataSource, clock, demo: true });
  await app.listen(0, '127.0.0.1');
  const baseUrl = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const tokens = new Map<string, string>();
  for (const user of [...ROLES, 'worker-2']) {
    const answer = await request(baseUrl).post('/api/sign-in').send({ user, password: PASSWORD });
    tokens.set(user, (answer.body as { token: string }).token);
  }
  await dataSource.query(`UPDATE sessions SET expires_at = expires_at + interval '100 years'`);
  return {
    app,
    dataSource,
    databaseUrl: database.url,
    baseUrl,
    clock,
    as: (user) => request.agent(baseUrl).set('Authorization', `Bearer ${tokens.get(user) ?? ''}`),
    close: async () => {
      await app.close();
      await dataSource.destroy();
      await database.drop();
    },
  };
}
