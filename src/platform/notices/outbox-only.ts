import { Sender } from './sender';

/** Nothing leaves the product: the outbox shows what would. */
export class OutboxOnly extends Sender {
  readonly way = undefined;

  send(): Promise<void> {
    return Promise.reject(new Error('No way of sending is set up.'));
  }
}
