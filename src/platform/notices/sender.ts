/** What goes out, exactly. */
export interface Letter {
  /** The same however often it is tried: whoever gets it twice can tell. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
}

/** A way of sending. */
export abstract class Sender {
  /** The way in words, such as `by e-mail`; none when there is no way. */
  abstract readonly way: string | undefined;

  /** @throws Undeliverable when trying again cannot help; any other error when it may. */
  abstract send(letter: Letter): Promise<void>;
}

export class Undeliverable extends Error {}
