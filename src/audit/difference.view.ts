import { isCalendarDate } from '../domain/calendar-date';
import { sayDate } from '../domain/say-dates';
import { sayMoment } from '../domain/say-moment';

export interface Change {
  readonly what: string;
  /** `undefined` where there was nothing before. */
  readonly was: string | undefined;
  readonly is: string;
}

type Shape = Readonly<Record<string, unknown>>;

/** Of no meaning to a reader, or said elsewhere on the line. */
const UNSAID = new Set(['id', 'version', 'createdAt', 'updatedAt', 'createdById', 'route', 'youngPersonIds']);
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const UUID = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi;

/** What an entry changed, field by field; what stayed as it was is left out. */
export function changesOf(before: unknown, after: unknown, called: ReadonlyMap<string, string>): Change[] {
  const [was, is] = [shapeOf(before), shapeOf(after)];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => !UNSAID.has(name));
  return names.flatMap((name) => {
    const [old, now] = [said(was[name], called), said(is[name], called)];
    if (old === now) return [];
    return [{ what: inWords(name), was: old === '' ? undefined : old, is: now === '' ? 'nothing' : now }];
  });
}

function shapeOf(shape: unknown): Shape {
  if (shape === null || shape === undefined) return {};
  return typeof shape === 'object' && !Array.isArray(shape) ? (shape as Shape) : { value: shape };
}

function inWords(name: string): string {
  const words = name
    .replace(/Ids?$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function said(value: unknown, called: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map((each) => said(each, called)).join('; ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, each]) => [inWords(name), said(each, called)])
      .filter(([, words]) => words !== '')
      .map(([name, words]) => `${name}: ${words}`)
      .join(', ');
  return saidText(typeof value === 'string' ? value : JSON.stringify(value), called);
}

function saidText(text: string, called: ReadonlyMap<string, string>): string {
  const isDate: boolean = isCalendarDate(text);
  if (isDate) return sayDate(text);
  if (INSTANT.test(text) && isFinite(Date.parse(text))) return sayMoment(new Date(text));
  return text.replace(UUID, (id) => called.get(id.toLowerCase()) ?? id.slice(0, 8));
}
