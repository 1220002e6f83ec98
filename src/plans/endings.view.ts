import type { EndingStay, Endings } from './plan-endings.service';

export interface EndingsView {
  readonly on: string;
  readonly shortBreakPlans: readonly {
    readonly id: string;
    readonly youngPersonId: string;
    readonly status: string;
    readonly startsOn: string;
    readonly endsOn: string;
  }[];
  readonly stays: readonly EndingStay[];
  readonly requests: readonly { readonly id: string; readonly said: string }[];
  /** Stays that have to be over first. */
  readonly inTheWay: readonly EndingStay[];
  /** Everything that would end: send it back as `expects`. */
  readonly ids: readonly string[];
}

export function idsOf({ shortBreakPlans, stays, requests }: Endings): string[] {
  return [...shortBreakPlans, ...stays, ...requests].map(({ id }) => id);
}

export function endingsView(endings: Endings): EndingsView {
  const { on, shortBreakPlans, stays, requests, stayed } = endings;
  return {
    on,
    shortBreakPlans: shortBreakPlans.map(({ id, youngPersonId, status, startsOn, endsOn }) => ({
      id,
      youngPersonId,
      status,
      startsOn,
      endsOn,
    })),
    stays,
    requests,
    inTheWay: stayed,
    ids: idsOf(endings),
  };
}
