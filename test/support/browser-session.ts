import request, { type Response } from 'supertest';
import { PASSWORD } from './accounts';
import { formTokenIn } from './form-token-in';
import type { Product } from './product';

/** A browser without a window: it keeps its cookies and sends with each form what the form's page carried. */
export class BrowserSession {
  readonly cookies = new Map<string, string>();

  constructor(private readonly product: Product) {}

  async get(path: string): Promise<Response> {
    return this.keep(await request(this.product.baseUrl).get(path).set(this.headers));
  }

  async post(path: string, form: Readonly<Record<string, string>>): Promise<Response> {
    const asked = request(this.product.baseUrl).post(path).type('form').set(this.headers);
    return this.keep(await asked.send({ ...form }));
  }

  /** By the form of the sign-in page. */
  async signIn(
    user: string,
    also: Readonly<Record<string, string>> = {},
    password = PASSWORD,
  ): Promise<Response> {
    const formToken = formTokenIn((await this.get('/sign-in')).text);
    return this.post('/sign-in', { user, password, formToken, ...also });
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private get headers(): Record<string, string> {
    return { Accept: 'text/html', ...(this.cookies.size > 0 ? { Cookie: this.cookie } : {}) };
  }

  private keep(answer: Response): Response {
    for (const set of ([answer.headers['set-cookie'] ?? []] as string[][]).flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return answer;
  }
}
