import { Client } from 'pg';

const names = new Map<string, string>();

/** Marks a statement every booking needs: each connection plans it once, instead of every time it is asked. */
export function prepared(name: string, text: string): string {
  names.set(text, name);
  return text;
}

/** A connection that gives marked statements their name on the way to the server. */
export class PreparingClient extends Client {
  override query(...asked: readonly unknown[]): never {
    const [text, values, ...rest] = asked;
    const name = typeof text === 'string' ? names.get(text) : undefined;
    const sent = name === undefined ? asked : [{ name, text, values }, ...rest];
    return super.query(...(sent as [string])) as never;
  }
}
