import { createTransport, type Transporter } from 'nodemailer';
import { Sender, Undeliverable, type Letter } from './sender';

const SECONDS = 1_000;

/** Errors of an SMTP conversation, as nodemailer reports them. */
interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
}

/** By e-mail, through the council's own server. */
export class SmtpSender extends Sender {
  readonly way = 'by e-mail';
  private readonly transport: Transporter;
  private readonly domain: string;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.domain = /@([^\s@>]+)>?$/.exec(from)?.[1] ?? 'localhost';
    const patience = {
      connectionTimeout: 10 * SECONDS,
      greetingTimeout: 10 * SECONDS,
      socketTimeout: 30 * SECONDS,
    };
    this.transport = createTransport({ url, ...patience });
  }

  async send({ id, to, subject, text }: Letter): Promise<void> {
    const messageId = `<${id}@${this.domain}>`;
    const headers = { 'Auto-Submitted': 'auto-generated' };
    try {
      await this.transport.sendMail({ messageId, from: this.from, to, subject, text, headers });
    } catch (error) {
      if (isRefused(error as SmtpError)) throw new Undeliverable((error as Error).message, { cause: error });
      throw error;
    }
  }
}

/** The server will not take this letter, today or tomorrow; a wrong password may be mended. */
function isRefused({ code, responseCode = 0 }: SmtpError): boolean {
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500;
}
