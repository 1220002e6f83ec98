import { Agent, request, type OutgoingHttpHeaders } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** How long it took, in milliseconds. */
  readonly took: number;
}

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  /** Sent as it is; an object is sent as JSON. */
  readonly body?: string | Buffer | object;
}

/** The server had closed the kept connection just before it was used again: nothing was asked of it. */
class ClosedWhileIdle extends Error {}

/** A plain HTTP client that keeps its connections, for when there is much to ask; it throws for no status. */
export class KeepAlive {
  private readonly agent = new Agent({ keepAlive: true, noDelay: true, maxSockets: 256 });

  constructor(
    readonly baseUrl: string,
    readonly token?: string,
  ) {}

  post(path: string, body: object, headers: OutgoingHttpHeaders = {}): Promise<Answer> {
    return this.send({ method: 'POST', path, body, headers });
  }

  get(path: string): Promise<Answer> {
    return this.send({ method: 'GET', path });
  }

  async send(sent: Sent): Promise<Answer> {
    try {
      return await this.attempt(sent);
    } catch (error) {
      if (!(error instanceof ClosedWhileIdle)) throw error;
      return this.attempt(sent);
    }
  }

  private attempt({ method, path, headers = {}, body }: Sent): Promise<Answer> {
    const began = performance.now();
    const asJson = typeof body === 'object' && !Buffer.isBuffer(body);
    const payload = asJson ? JSON.stringify(body) : body;
    const { hostname, port } = new URL(this.baseUrl);
    return new Promise((resolve, reject) => {
      const options = {
        hostname,
        port,
        method,
        path,
        agent: this.agent,
        headers: this.headers(asJson, payload),
      };
      Object.assign(options.headers, headers);
      const sending = request(options, (response) => {
        const parts: Buffer[] = [];
        const type = (response.headers['content-type'] ?? '').split(';')[0] ?? '';
        const answered = () =>
          resolve({
            status: response.statusCode ?? 0,
            type,
            headers: response.headers,
            text: Buffer.concat(parts).toString('utf8'),
            took: performance.now() - began,
          });
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', answered);
        // A stream does not end by itself: its first event says enough.
        if (type === 'text/event-stream')
          response.once('data', () => {
            answered();
            sending.destroy();
          });
      });
      sending.on('error', (error: NodeJS.ErrnoException) =>
        reject(sending.reusedSocket && error.code === 'ECONNRESET' ? new ClosedWhileIdle() : error),
      );
      sending.end(payload);
    });
  }

  close(): void {
    this.agent.destroy();
  }

  private headers(asJson: boolean, payload: string | Buffer | undefined): OutgoingHttpHeaders {
    return {
      ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      ...(asJson ? { 'content-type': 'application/json' } : {}),
      ...(payload === undefined ? {} : { 'content-length': Buffer.byteLength(payload) }),
    };
  }
}

export function bodyOf(answer: Answer): unknown {
  return JSON.parse(answer.text);
}
