import type { Environment } from '../../../config/environment';
import { NotifySender } from './notify-sender';
import { OutboxOnly } from './outbox-only';
import type { Sender } from './sender';
import { SmtpSender } from './smtp-sender';

/** The way of sending that the settings choose. */
export function chosenSender({ noticesGo }: Pick<Environment, 'noticesGo'>): Sender {
  if (noticesGo.by === 'smtp') return new SmtpSender(noticesGo.url, noticesGo.from);
  if (noticesGo.by === 'notify') return new NotifySender(noticesGo);
  return new OutboxOnly();
}
