import type { User } from '../accounts';
import type { SignedIn } from '../another-account';
import type { Product } from '../product';
import { textOf } from '../text-of';

export interface Answer {
  readonly path: string;
  /** What was sent, as text. */
  readonly sent: string;
  readonly status: number;
  readonly text: string;
}

export interface Ask {
  readonly path: string;
  readonly method?: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

const AT_ONCE = 8;

/** Of addresses alike but for their ids, so many. */
const ALIKE = 2;

/** Asks as one person, or as nobody, a few at a time; answers in the order asked. */
export class Crawler {
  constructor(
    private readonly product: Product,
    readonly user: User | SignedIn | undefined,
  ) {}

  async askAll(asks: readonly Ask[]): Promise<Answer[]> {
    const answers: Answer[] = [];
    const queue = [...asks.entries()];
    const next = async (): Promise<void> => {
      for (let entry = queue.shift(); entry; entry = queue.shift())
        answers[entry[0]] = await this.ask(entry[1]);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    return answers;
  }

  /** Those addresses, and whatever the pages among them lead to. */
  async crawl(paths: readonly string[]): Promise<Answer[]> {
    const seen = new Set(paths);
    const counts = new Map<string, number>();
    const answers: Answer[] = [];
    for (let asked = [...seen]; asked.length > 0;) {
      const found = await this.askAll(asked.map((path) => ({ path })));
      answers.push(...found);
      asked = found.flatMap(linksOf).filter((path) => {
        const count = (counts.get(shapeOf(path)) ?? 0) + 1;
        if (seen.has(path) || count > ALIKE) return false;
        seen.add(path);
        counts.set(shapeOf(path), count);
        return true;
      });
    }
    return answers;
  }

  private async ask({ path, method = 'GET', body, headers = {} }: Ask): Promise<Answer> {
    const { program, page } = this.headers();
    const answer = await fetch(`${this.product.baseUrl}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(path.startsWith('/api/') ? program : page),
        ...(body ? { 'Content-Type': 'application/json' } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const kept = ['location', 'etag'].map((name) => answer.headers.get(name) ?? '').join(' ');
    return {
      path,
      sent: JSON.stringify(body ?? {}),
      status: answer.status,
      text: `${withoutNonces(await textOf(answer))} ${kept}`,
    };
  }

  private headers(): Record<'program' | 'page', Readonly<Record<string, string>>> {
    const { user, product } = this;
    if (!user) return { program: {}, page: { Accept: 'text/html' } };
    const token = typeof user === 'string' ? product.tokenOf(user) : user.token;
    const page = typeof user === 'string' ? product.headersOf(user) : user.headers;
    return { program: { Authorization: `Bearer ${token}` }, page };
  }
}

/** Another in every answer, and about nothing. */
function withoutNonces(html: string): string {
  return html.replaceAll(/ nonce="[^"]*"/g, '');
}

function linksOf({ path, text }: Answer): string[] {
  if (path.startsWith('/api/')) return [];
  return [...text.matchAll(/(?:href|action|src)="(\/[^"#]*)/g)]
    .map(([, link = '']) => link.replaceAll('&amp;', '&'))
    .filter((link) => !/^\/(assets|sign-out|api\/docs)/.test(link));
}

function shapeOf(link: string): string {
  const [path = '', query = ''] = link.split('?');
  const names = [...new URLSearchParams(query).keys()].sort();
  return `${path.replace(/[0-9a-f-]{36}|\d{4}-\d\d-\d\d/g, ':id')}?${names.join('&')}`;
}
