import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

export interface NotifyServer {
  readonly url: string;
  readonly asked: readonly Asked[];
  answer: { readonly status: number; readonly body: object };
  close(): Promise<void>;
}

/** Takes what is meant for GOV.UK Notify, on this machine. */
export async function startNotifyServer(): Promise<NotifyServer> {
  const asked: Asked[] = [];
  const running: Pick<NotifyServer, 'answer'> = { answer: { status: 201, body: { id: 'taken' } } };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown;
      asked.push({ path: request.url ?? '', headers: request.headers, body });
      const { status, body: told } = running.answer;
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(told));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(running, { url, asked, close });
}
