import type { Request } from 'express';
import { isForeign } from './foreign-form';
import { FORM_TOKEN, formTokenIn, isFormOf } from './form-token';
import type { SentForm } from './sent-form';

interface KeptField {
  readonly name: string;
  readonly value: string;
}

/** What was typed, and the token that says whose it is. */
interface Kept {
  readonly token: string;
  readonly fields: readonly KeptField[];
}

/**
 * A form sent after the session had ended, as the sign-in page carries it along: in the page, never in an address. Only
 * a form of ours: whoever signs in next would send it in their own name. Files are not kept.
 */
export function keptForm(request: Request): string | undefined {
  const sent: unknown = request.body;
  if (request.method !== 'POST' || isForeign(request) || request.file || !isForm(sent)) return undefined;
  const fields = fieldsOf(sent);
  return fields.length > 0 ? JSON.stringify({ token: formTokenIn(request), fields }) : undefined;
}

/** The fields again, for whoever typed them; none for anybody else, or when they are not as we wrote them. */
export function keptFields(kept: string, accountId: string): KeptField[] {
  try {
    const { token, fields } = (JSON.parse(kept) ?? {}) as Partial<Kept>;
    const isTheirs = typeof token === 'string' && isFormOf(token, accountId);
    return isTheirs && Array.isArray(fields) ? fields.filter(isField) : [];
  } catch {
    return [];
  }
}

function isForm(sent: unknown): sent is SentForm {
  return typeof sent === 'object' && sent !== null;
}

function fieldsOf(sent: SentForm): KeptField[] {
  return Object.entries(sent)
    .filter(([name]) => name !== FORM_TOKEN)
    .flatMap(([name, value]) =>
      [value]
        .flat()
        .flatMap((each): KeptField[] => (typeof each === 'string' ? [{ name, value: each }] : [])),
    );
}

function isField(field: unknown): field is KeptField {
  const { name, value } = (field ?? {}) as Partial<Record<string, unknown>>;
  return typeof name === 'string' && typeof value === 'string';
}
