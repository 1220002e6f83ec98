import { NotifyClient } from 'notifications-node-client';
import { Sender, Undeliverable, type Letter } from './sender';

export interface NotifyAccess {
  readonly apiKey: string;
  /** A template whose subject is `((subject))` and whose message is `((body))`. */
  readonly templateId: string;
  /** Another address than GOV.UK Notify's own. */
  readonly url: string | undefined;
}

interface NotifyError {
  readonly message: string;
  readonly response?: {
    readonly status: number;
    readonly data?: { readonly errors?: readonly { readonly message: string }[] };
  };
}

/** Through GOV.UK Notify. */
export class NotifySender extends Sender {
  readonly way = 'by GOV.UK Notify';
  private readonly client: NotifyClient;

  constructor(private readonly access: NotifyAccess) {
    super();
    const { apiKey, url } = access;
    this.client = url ? new NotifyClient(url, apiKey) : new NotifyClient(apiKey);
  }

  async send({ id, to, subject, text }: Letter): Promise<void> {
    const options = { personalisation: { subject, body: text }, reference: id };
    try {
      await this.client.sendEmail(this.access.templateId, to.address, options);
    } catch (error) {
      throw toldPlainly(error as NotifyError);
    }
  }
}

/** In Notify's own words and no others: the error as it comes holds the request, with its token. */
function toldPlainly({ message, response }: NotifyError): Error {
  const words = response?.data?.errors?.map((each) => each.message).join(' ') || message;
  return response?.status === 400 ? new Undeliverable(words) : new Error(words);
}
