import type { ClosureRecord } from './closure.entity';

export interface ClosureView {
  readonly id: string;
  readonly unitId: string;
  readonly roomId: string | null;
  readonly fromOn: string;
  readonly toOn: string;
  readonly kind: string;
  readonly reason: string;
  readonly endedAt: string | null;
}

export function closureView({
  id,
  unitId,
  roomId,
  fromOn,
  toOn,
  kind,
  reason,
  endedAt,
}: ClosureRecord): ClosureView {
  return { id, unitId, roomId, fromOn, toOn, kind, reason, endedAt: endedAt?.toISOString() ?? null };
}
