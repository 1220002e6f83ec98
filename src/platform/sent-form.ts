/** What a browser sent, in its address or from a form: nothing about it is certain. */
export type SentForm = Readonly<Record<string, unknown>>;

/** What was typed into a field, trimmed; empty when there is nothing. */
export function typed(sent: SentForm, name: string): string {
  const value = sent[name];
  return typeof value === 'string' ? value.replaceAll('\0', '').trim() : '';
}

/** Every value of a field that may have several, each once. */
export function ticked(sent: SentForm, name: string): string[] {
  const values: unknown[] = [sent[name]].flat();
  return [...new Set(values.filter((value): value is string => typeof value === 'string' && value !== ''))];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isId(value: string): boolean {
  return UUID.test(value);
}

/** An id as the database has it; empty when there is none. */
export function idTyped(sent: SentForm, name: string): string {
  const id = typed(sent, name);
  return isId(id) ? id.toLowerCase() : '';
}
