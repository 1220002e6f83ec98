import type { Request } from 'express';
import { isForeign } from './foreign-form';
import type { SentForm } from './sent-form';

interface KeptField {
  readonly name: string;
  readonly value: string;
}

/**
 * A form sent after the session had ended, as the sign-in page carries it along: in the page, never in an address. Only
 * a form of ours: whoever signs in next would send it in their own name.
 */
export function keptForm(request: Request): string | undefined {
  const sent: unknown = request.body;
  if (request.method !== 'POST' || isForeign(request) || typeof sent !== 'object' || sent === null)
    return undefined;
  const fields = fieldsOf(sent as SentForm);
  return fields.length > 0 ? JSON.stringify(fields) : undefined;
}

/** The fields again; none when they are not as we wrote them. */
export function keptFields(kept: string): KeptField[] {
  try {
    const fields: unknown = JSON.parse(kept);
    return Array.isArray(fields) ? fields.filter(isField) : [];
  } catch {
    return [];
  }
}

function fieldsOf(sent: SentForm): KeptField[] {
  return Object.entries(sent).flatMap(([name, value]) =>
    [value].flat().flatMap((each): KeptField[] => (typeof each === 'string' ? [{ name, value: each }] : [])),
  );
}

function isField(field: unknown): field is KeptField {
  const { name, value } = (field ?? {}) as Partial<Record<string, unknown>>;
  return typeof name === 'string' && typeof value === 'string';
}
