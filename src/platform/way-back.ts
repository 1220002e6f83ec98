import { idTyped, typed, type SentForm } from './sent-form';

/** Pages that lead to forms of other pages, and want people back. */
const WAITING: Readonly<Record<string, string>> = { home: '/', 'setting-up': '/setting-up' };

/** What a form carries along of where it was opened, as its address or itself says. */
export function cameFrom(sent: SentForm): { readonly name: string; readonly value: string }[] {
  const from = typed(sent, 'from');
  if (!Object.hasOwn(WAITING, from)) return [];
  return [
    { name: 'from', value: from },
    { name: 'unit', value: idTyped(sent, 'unit') },
  ].filter(({ value }) => value !== '');
}

/** Back to where the form was opened, told what was done; or to `otherwise`. */
export function wayBack(sent: SentForm, told: Readonly<Record<string, string>>, otherwise: string): string {
  const [from, unit] = cameFrom(sent);
  if (!from) return otherwise;
  const query = new URLSearchParams({ ...(unit ? { unit: unit.value } : {}), ...told });
  return `${WAITING[from.value] ?? '/'}?${query.toString()}`;
}
