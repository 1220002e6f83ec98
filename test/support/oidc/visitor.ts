interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

export interface Seen {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Somebody with a browser and no scripts: keeps cookies, follows where they are sent, fills in forms. */
export class Visitor {
  private cookies: readonly Cookie[] = [];
  private formToken = '';

  /** @param signsOut the address a page leads on to by itself is followed too. */
  async get(url: string | URL, init: RequestInit = {}): Promise<Seen> {
    let seen = await this.ask(url, init);
    for (let steps = 0; steps < 15; steps += 1) {
      const there = seen.headers.get('location') ?? onTo(seen.text);
      if (there === undefined) return seen;
      seen = await this.ask(new URL(there, seen.url));
    }
    throw new Error(`Sent on and on, now to ${seen.url.href}.`);
  }

  async post(url: string | URL, fields: Readonly<Record<string, string>>): Promise<Seen> {
    return this.get(url, { method: 'POST', body: this.form(fields) });
  }

  /** With what the last page carried for its forms. */
  form(fields: Readonly<Record<string, string>>): URLSearchParams {
    return new URLSearchParams({ formToken: this.formToken, ...fields });
  }

  /** One step, and no further. */
  async ask(url: string | URL, init: RequestInit = {}): Promise<Seen> {
    const address = new URL(url);
    const response = await fetch(address, {
      ...init,
      redirect: 'manual',
      headers: { Accept: 'text/html', Cookie: this.cookieFor(address.pathname) },
    });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    const text = await response.text();
    this.formToken = /name="formToken" value="([^"]+)"/.exec(text)?.[1] ?? this.formToken;
    return { url: address, status: response.status, headers: response.headers, text };
  }

  /** From the product's sign-in to where the provider sends them back to, as `login`. */
  async comeBack(start: string, login: string): Promise<URL> {
    let seen = await this.ask(start);
    for (let steps = 0; steps < 15; steps += 1) {
      const there = seen.headers.get('location');
      const form = /<form[^>]* action="([^"]+)" method="post">/.exec(seen.text)?.[1];
      const next = new URL(there ?? form ?? 'about:blank', seen.url);
      if (next.pathname === '/sign-in/callback') return next;
      if (there !== null) seen = await this.ask(next);
      else if (form === undefined)
        throw new Error(`Stuck at ${seen.url.href} (${seen.status}): ${seen.text}`);
      else {
        const prompt = /name="prompt" value="(\w+)"/.exec(seen.text)?.[1] ?? '';
        const body = new URLSearchParams({ prompt, login, password: 'any' });
        seen = await this.ask(next, { method: 'POST', body });
      }
    }
    throw new Error('The provider leads nowhere.');
  }

  /** All the way in, to the page asked for. */
  async signIn(productUrl: string, login: string, to = '/'): Promise<Seen> {
    return this.get(await this.comeBack(`${productUrl}/sign-in/start?to=${encodeURIComponent(to)}`, login));
  }

  cookie(name: string): string | undefined {
    return this.cookies.find((cookie) => cookie.name === name)?.value;
  }

  setCookie(name: string, value: string): void {
    this.keep(`${name}=${value}; Path=/`);
  }

  private cookieFor(path: string): string {
    return this.cookies
      .filter((cookie) => path.startsWith(cookie.path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const path = /;\s*path=([^;]+)/i.exec(line)?.[1] ?? '/';
    const others = this.cookies.filter((cookie) => cookie.name !== name || cookie.path !== path);
    this.cookies = value === '' ? others : [...others, { name, value, path }];
  }
}

function onTo(text: string): string | undefined {
  return /http-equiv="refresh" content="0; url=([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
}
