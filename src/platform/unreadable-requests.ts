import { STATUS_CODES, type Server } from 'node:http';
import type { Socket } from 'node:net';

/** How long whoever sent it may go on sending before the line is cut, in milliseconds. */
const PATIENCE = 2000;

const TOO_LONG = { status: 431, detail: 'The address or the headers are too long: 16 kB at most.' };
const TOO_SLOW = { status: 408, detail: 'The request took too long to arrive. Send it again.' };
const NO_REQUEST = { status: 400, detail: 'This is not a request by HTTP.' };

const BY_CODE: Readonly<Record<string, typeof TOO_LONG>> = {
  HPE_HEADER_OVERFLOW: TOO_LONG,
  ERR_HTTP_REQUEST_TIMEOUT: TOO_SLOW,
};

/**
 * Answers what could not even be read as a request with a problem, like everything else. The line is left open for a
 * moment and what still arrives is thrown away: closing it at once would take the answer away with it.
 */
export function answerUnreadableRequests(server: Server): void {
  const answered = new WeakSet<Socket>();
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (answered.has(socket)) return;
    answered.add(socket);
    if (!socket.writable || error.code === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    socket.on('error', () => socket.destroy());
    socket.end(answer(BY_CODE[error.code ?? ''] ?? NO_REQUEST));
    setTimeout(() => socket.destroy(), PATIENCE).unref();
  });
}

function answer({ status, detail }: typeof TOO_LONG): string {
  const title = STATUS_CODES[status] ?? '';
  const body = JSON.stringify({ type: 'about:blank', title, status, detail });
  const headers = ['Content-Type: application/problem+json', `Content-Length: ${Buffer.byteLength(body)}`];
  return [`HTTP/1.1 ${status} ${title}`, ...headers, 'Connection: close', '', body].join('\r\n');
}
