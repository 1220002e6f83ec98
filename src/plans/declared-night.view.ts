import type { DeclaredNights } from './declared-nights.service';

export function declaredNightsView(declared: DeclaredNights) {
  const { id, youngPersonId, fromOn, toOn, place } = declared;
  return {
    ...{ id, youngPersonId, fromOn, toOn, place },
    recordedAt: declared.recordedAt.toISOString(),
    recordedBy: declared.recordedByName,
    withdrawnAt: declared.withdrawnAt?.toISOString() ?? null,
    withdrawnBy: declared.withdrawnByName,
    withdrawnReason: declared.withdrawnReason,
  };
}

export type DeclaredNightsView = ReturnType<typeof declaredNightsView>;
