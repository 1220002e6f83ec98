import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../domain/calendar-date';
import { Database } from '../platform/database';

/** Whether somebody has read what a night left behind; says of nobody who came. */
export interface HandoverState {
  readonly night: CalendarDate;
  readonly came: number;
  readonly acknowledgedByName: string | null;
}

const STATES = `
  SELECT night::text, acknowledged_by_name AS "acknowledgedByName",
    (SELECT count(*)::int FROM emergency_claims
     WHERE emergency_claims.unit_id = handovers.unit_id AND emergency_claims.night = handovers.night) AS came
  FROM handovers WHERE unit_id = $1 AND (night = $2 OR acknowledged_at IS NULL) ORDER BY night`;

@Injectable()
export class HandoverStates {
  constructor(private readonly database: Database) {}

  /** Of this night, and of every other that nobody has acknowledged; the oldest first. */
  async of(unitId: string, night: CalendarDate): Promise<HandoverState[]> {
    return this.database.rows<HandoverState>(STATES, [unitId, night]);
  }
}
