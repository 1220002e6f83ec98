import type { Closure } from '../../src/domain/diary';
import type { Ledger, LedgerStay } from '../../src/domain/ledger';

let made = 0;

/** Four rooms called `1` to `4`, tonight 10 June 2026, nobody in them unless told. */
export function aLedger(told: Partial<Ledger> = {}): Ledger {
  const rooms = ['1', '2', '3', '4'].map((id) => ({ id, openFrom: null }));
  return { today: '2026-06-10', rooms, stays: [], closures: [], ...told };
}

/** A confirmed, planned stay of a young person with no family here; `room: null` for one that never had one. */
export function aStay(
  from: string,
  to: string,
  told: Partial<LedgerStay> & { room?: string | null; solo?: boolean } = {},
): LedgerStay {
  const { room = '1', solo = false, ...rest } = told;
  const id = `stay-${(made += 1)}`;
  const nights = { from, to };
  return {
    id,
    youngPersonId: `person of ${id}`,
    familyId: `family of ${id}`,
    status: 'confirmed',
    kind: 'planned',
    nights,
    lodgings: room === null ? [] : [{ roomId: room, nights, solo }],
    party: `party of ${id}`,
    endedOn: null,
    endedBy: null,
    ...rest,
  };
}

export function aClosure(from: string, to: string, told: Partial<Closure> = {}): Closure {
  return { id: `closure-${(made += 1)}`, roomId: '1', nights: { from, to }, kind: 'repair', ...told };
}
