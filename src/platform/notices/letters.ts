import type { Notice } from './notice.entity';

type Written = Pick<Notice, 'toName' | 'body' | 'link'>;

/** The words around a notice's own, with its link whole; the outbox shows the very same. */
export class Letters {
  constructor(private readonly publicUrl: string) {}

  /** Of one of our pages, for whoever is not on one. */
  addressOf(path: string): string {
    return `${this.publicUrl}${path}`;
  }

  textOf({ toName, body, link }: Written): string {
    const parts = [
      `Hello ${toName},`,
      body,
      this.addressOf(link),
      'Short breaks sent this. No names are in this message: sign in to see them.',
    ];
    return `${parts.join('\n\n')}\n`;
  }
}
