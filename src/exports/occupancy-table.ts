import type { Occupancy } from '../domain/occupancy';
import type { Table } from '../domain/table';

/** A row for each part of the period; there is no row for the whole, which would be added to the rest. */
export function occupancyTable(parts: readonly Occupancy[]): Table {
  const rows = parts.map(flat);
  return { columns: Object.keys(rows[0] ?? {}), rows: rows.map((row) => Object.values(row)) };
}

function flat(part: Occupancy): Readonly<Record<string, string | number | null>> {
  const { closed, soloBlocked, ...classes } = part.classes;
  return {
    ...{ from: part.from, to: part.to },
    commissioned_nights: part.commissionedNights,
    physical_nights: part.physicalNights,
    ...classes,
    ...{ solo_blocked: soloBlocked, closed },
    occupied_planned: part.occupiedPlanned,
    occupied_emergency: part.occupiedEmergency,
    occupancy: part.occupancy,
    effective_occupancy: part.effectiveOccupancy,
  };
}
