import type { EmergencyWay } from '../domain/emergency-way';
import type { Person } from '../platform/actor';
import { sayFindings, type SaidFinding } from '../platform/said-finding';

/** One way to take the child in, as a claim names it: by ids of stays, never of people. */
export interface WayView {
  readonly kind: EmergencyWay['kind'];
  readonly why: string;
  readonly displace: readonly string[];
  readonly redate: readonly {
    readonly stayId: string;
    readonly arrivesOn: string;
    readonly departsOn: string;
  }[];
  readonly move: readonly string[];
  readonly harm: EmergencyWay['harm'];
  readonly findings: readonly SaidFinding[];
}

export function wayView(way: EmergencyWay, reader: Person): WayView {
  return {
    kind: way.kind,
    why: way.why,
    displace: way.displaced.map(({ id }) => id),
    redate: way.redated.map(({ stayId, nights }) => ({
      stayId,
      arrivesOn: nights.from,
      departsOn: nights.to,
    })),
    move: way.moved.map(({ stayId }) => stayId),
    harm: way.harm,
    findings: sayFindings(way.findings, reader),
  };
}
