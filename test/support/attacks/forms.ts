import { COOKIE } from '../../../src/accounts/session.middleware';
import type { User } from '../accounts';
import type { Product } from '../product';

export interface Form {
  readonly action: string;
  readonly fields: readonly Field[];
}

interface Field {
  readonly name: string;
  readonly value: string;
  /** Whether a person writes it. */
  readonly isWritten: boolean;
}

type Attributes = ReadonlyMap<string, string>;

const CONTROL =
  /<(input|button)\b([^>]*)>|<textarea\b([^>]*)>([^]*?)<\/textarea>|<select\b([^>]*)>([^]*?)<\/select>/g;

/** What a page lets one send, as it stands; of radios and choices the one chosen, or else the first. */
export function formsIn(html: string, path: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([^]*?)<\/form>/g)].flatMap(([, opening = '', inside = '']) => {
    const form = attributesOf(opening);
    if (form.get('method') !== 'post') return [];
    return [{ action: form.get('action') ?? path, fields: fieldsIn(inside) }];
  });
}

function fieldsIn(html: string): Field[] {
  const fields = new Map<string, Field>();
  for (const control of html.matchAll(CONTROL)) {
    const field = fieldOf(control);
    const isChosen = / checked| selected/.test(control[0]);
    if (field.name && (isChosen || !fields.has(field.name))) fields.set(field.name, field);
  }
  return [...fields.values()];
}

function fieldOf([, tag, own, area, text, select, options]: RegExpMatchArray): Field {
  const attributes = attributesOf(own ?? area ?? select ?? '');
  const name = attributes.get('name') ?? '';
  if (area !== undefined) return { name, value: plain(text ?? ''), isWritten: true };
  if (select !== undefined) {
    const values = [...(options ?? '').matchAll(/<option\b([^>]*)>/g)].map(([, each = '']) =>
      attributesOf(each),
    );
    const chosen = values.find((each) => each.has('selected')) ?? values.find((each) => each.get('value'));
    return { name, value: chosen?.get('value') ?? '', isWritten: false };
  }
  const type = attributes.get('type') ?? 'text';
  return {
    name,
    value: attributes.get('value') ?? '',
    isWritten: tag === 'input' && /^(text|search|password)$/.test(type),
  };
}

function attributesOf(written: string): Attributes {
  const found = written.matchAll(/([\w-]+)(?:="([^"]*)")?/g);
  return new Map([...found].map(([, name = '', value = '']) => [name, plain(value)]));
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** Sent as that person's browser would. */
export function sendForm(
  product: Product,
  user: User,
  action: string,
  fields: readonly (readonly [name: string, value: string])[],
): Promise<Response> {
  return fetch(`${product.baseUrl}${action}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: `${COOKIE}=${product.tokenOf(user)}`, Accept: 'text/html', Origin: product.baseUrl },
    body: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])),
  });
}
