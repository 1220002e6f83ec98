import { sayCount } from '../domain/say-numbers';
import type { Verification } from '../platform/audit/verification.service';

export interface VerificationPage {
  readonly title: string;
  readonly back: { readonly text: string; readonly href: string };
  readonly checked:
    | {
        readonly isWhole: boolean;
        readonly said: string;
        readonly chains: readonly {
          readonly name: string;
          readonly entries: string;
          readonly broken: string | undefined;
          readonly head: string;
        }[];
      }
    | undefined;
}

/** @param found `undefined` before anybody asked. */
export function verificationPage(
  found: Verification | undefined,
  unitNames: ReadonlyMap<string, string>,
): VerificationPage {
  return {
    title: 'Is the audit trail whole?',
    back: { text: 'Audit trail', href: '/audit' },
    checked: found && {
      isWhole: found.whole,
      said: saidOf(found),
      chains: found.chains.map(({ unitId, entries, head, broken }) => ({
        name: unitId ? (unitNames.get(unitId) ?? 'A unit no longer on file') : 'What concerns no unit',
        entries: entriesSaid(entries),
        broken: broken?.what,
        head,
      })),
    },
  };
}

function saidOf({ whole, entries, unsealed }: Verification): string {
  if (whole) return `Whole: ${entriesSaid(entries)}, none altered, removed or put in since it was written.`;
  if (unsealed.length > 0)
    return `Not whole: entry ${unsealed[0]} is in no chain. Somebody wrote it past the database’s own rules.`;
  return 'Not whole: see the first entry of each chain that is not as it was written.';
}

const entriesSaid = (entries: number): string =>
  `${sayCount(entries)} ${entries === 1 ? 'entry' : 'entries'}`;
