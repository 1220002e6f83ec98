import request from 'supertest';
import type { Role } from '../../src/platform/actor';
import { Sessions } from '../../src/accounts/sessions.service';
import { PASSWORD } from './accounts';
import { browserHeaders, type Product } from './product';

export interface AnotherAccount {
  readonly username: string;
  readonly role: Role;
  readonly unitIds?: readonly string[];
  readonly team?: string;
}

const OPEN = `
  INSERT INTO accounts (username, name, role, password_hash, unit_ids, team)
  SELECT $1, 'Test ' || $1, $2, password_hash, $3, $4 FROM accounts WHERE username = 'manager' RETURNING id`;

export interface SignedIn {
  readonly id: string;
  readonly token: string;
  readonly agent: ReturnType<typeof request.agent>;
  /** What a browser in which they are signed in sends. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Somebody whose account names units or a team, signed in. */
export async function anotherAccount(product: Product, account: AnotherAccount): Promise<SignedIn> {
  const { username, role, unitIds = null, team = null } = account;
  const [opened] = await product.dataSource.query<{ id: string }[]>(OPEN, [username, role, unitIds, team]);
  const answer = await request(product.baseUrl)
    .post('/api/sign-in')
    .send({ user: username, password: PASSWORD });
  const { token } = answer.body as { token: string };
  const id = opened?.id ?? '';
  const person = { id, name: `Test ${username}`, role, unitIds, team };
  const page = await product.app.get(Sessions).open(person, { kind: 'page' });
  return {
    ...{ id, token, headers: browserHeaders(page.token, id) },
    agent: request.agent(product.baseUrl).set('Authorization', `Bearer ${token}`),
  };
}
