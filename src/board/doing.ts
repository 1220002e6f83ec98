import { typed, type SentForm } from '../platform/sent-form';

/** What is done with a stay on the board itself; everything else has a page of its own. */
export const DOINGS = ['room', 'dates', 'swap', 'cancellation'] as const;
export type Doing = (typeof DOINGS)[number];

export function doingIn(sent: SentForm): Doing | undefined {
  return DOINGS.find((each) => each === typed(sent, 'doing'));
}
