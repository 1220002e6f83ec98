import type { Person } from '../platform/actor';
import { sayFindings, type SaidFinding } from '../platform/said-finding';
import type { SeriesItem, SeriesOnFile } from './request-series.service';

export interface SeriesView {
  readonly id: string;
  readonly unitId: string;
  readonly familyId: string;
  readonly nights: number;
  readonly weekday: number;
  readonly everyWeeks: number;
  readonly from: string;
  readonly until: string;
  readonly reason: string;
  readonly urgency: string;
  readonly requestedAt: string;
  readonly requestedByName: string;
  readonly items: readonly SeriesItemView[];
}

interface SeriesItemView {
  readonly requestId: string;
  readonly status: string;
  readonly arrivesOn: string;
  readonly departsOn: string;
  /** Is placed, or can be, the dates before it counted. */
  readonly placeable: boolean;
  readonly findings: readonly SaidFinding[];
  readonly why?: string;
  readonly stayIds: readonly string[];
}

export function seriesView({ series, items }: SeriesOnFile, reader: Person): SeriesView {
  const { id, unitId, familyId, nights, weekday, everyWeeks, fromOn, untilOn, reason, urgency } = series;
  return {
    ...{ id, unitId, familyId, nights, weekday, everyWeeks, from: fromOn, until: untilOn, reason, urgency },
    requestedAt: series.requestedAt.toISOString(),
    requestedByName: series.requestedByName,
    items: items.map((item) => itemView(item, reader)),
  };
}

function itemView(
  { request, nights, placeable, findings, whyNot }: SeriesItem,
  reader: Person,
): SeriesItemView {
  return {
    requestId: request.id,
    status: request.status,
    arrivesOn: nights.from,
    departsOn: nights.to,
    placeable,
    findings: sayFindings(findings, reader),
    ...(whyNot && request.status !== 'placed' ? { why: whyNot } : {}),
    stayIds: request.stayIds,
  };
}
