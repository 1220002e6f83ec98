import type { DateOffer } from '../domain/date-search';
import type { Placement } from '../domain/placement';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import { sayFindings, type SaidFinding } from '../platform/said-finding';
import { mayPlace } from '../domain/findings';

export interface PlacementView {
  /** Nothing is refused and nothing needs a manager; what is to be acknowledged is among the findings. */
  readonly placeable: boolean;
  readonly findings: readonly SaidFinding[];
  readonly rooms: readonly {
    readonly youngPersonId: string;
    readonly roomId: string | null;
    readonly rooms: readonly { readonly roomId: string; readonly fromOn: string; readonly toOn: string }[];
  }[];
}

export interface DateOfferView {
  readonly arrivesOn: string;
  readonly departsOn: string;
  readonly placeable: boolean;
  readonly findings: readonly SaidFinding[];
}

export function placementView({ findings, rooms }: Placement, reader: Person): PlacementView {
  return {
    placeable: isPlaceable(findings),
    findings: sayFindings(findings, reader),
    rooms: (may(reader.role, 'know who stays') ? rooms : []).map(({ youngPersonId, lodgings }) => ({
      youngPersonId,
      roomId: lodgings[0]?.roomId ?? null,
      rooms: lodgings.map(({ roomId, nights }) => ({ roomId, fromOn: nights.from, toOn: nights.to })),
    })),
  };
}

export function dateOfferView({ findings, ...offer }: DateOffer, reader: Person): DateOfferView {
  return { ...offer, findings: sayFindings(findings, reader) };
}

function isPlaceable(findings: Placement['findings']): boolean {
  const acknowledged = findings.filter(({ level }) => level === 'acknowledge').map(({ code }) => code);
  return mayPlace(findings, { acknowledged, authorised: [] });
}
