import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

interface Mail {
  readonly messageId: string;
  readonly to: readonly string[];
  /** Headers and text as they came. */
  readonly raw: string;
}

export interface MailServer {
  readonly url: string;
  /** Every letter that came whole, whether or not the sender heard so. */
  readonly letters: readonly Mail[];
  /** What is asked of each letter before it is taken; throws an answer such as `451` to refuse it. */
  onLetter: (mail: Mail) => Promise<void> | void;
  /** What is asked of each recipient, before there is a letter. */
  onRecipient: (address: string) => Promise<void> | void;
  close(): Promise<void>;
}

/** An answer of the server that is not yes. */
export function answer(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}

/** A real SMTP server on this machine. */
export async function startMailServer(): Promise<MailServer> {
  const letters: Mail[] = [];
  const open = { onLetter: () => undefined, onRecipient: () => undefined };
  const running: Pick<MailServer, 'onLetter' | 'onRecipient'> = open;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, done) => {
      Promise.resolve(address)
        .then((each) => running.onRecipient(each))
        .then(
          () => done(),
          (error: unknown) => done(error as Error),
        );
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8');
        const messageId = /^Message-ID: (.+)\r$/im.exec(raw)?.[1] ?? '';
        const mail = { messageId, raw, to: session.envelope.rcptTo.map(({ address }) => address) };
        letters.push(mail);
        Promise.resolve(mail)
          .then((each) => running.onLetter(each))
          .then(
            () => done(),
            (error: unknown) => done(error as Error),
          );
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return Object.assign(running, { url: `smtp://127.0.0.1:${port}`, letters, close });
}
