import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { CalendarDate } from '../domain/calendar-date';
import { morningAfter } from '../domain/emergency-deadlines';
import { sayNights } from '../domain/say-dates';
import type { Person } from '../platform/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database';
import { may } from '../platform/may';

/** A handover nobody acknowledged in time. */
export interface HandoverAlarm {
  readonly unitId: string;
  readonly unitName: string;
  readonly night: CalendarDate;
  readonly since: Date;
}

/** Of the few nobody has acknowledged, with the time in force on the morning after. */
const OPEN = `
  SELECT unit_id AS "unitId", units.name AS "unitName", night::text, (
    SELECT handover_alarm_at FROM unit_settings
    WHERE unit_settings.unit_id = handovers.unit_id AND from_on <= night + 1
    ORDER BY from_on DESC, recorded_at DESC LIMIT 1) AS "alarmAt"
  FROM handovers JOIN units ON units.id = unit_id
  WHERE acknowledged_at IS NULL ORDER BY night, units.name, unit_id`;

interface Open extends Omit<HandoverAlarm, 'since'> {
  readonly alarmAt: string;
}

/** Shown to all staff, on every page, until a manager acknowledges it (domain.md §4.4). */
@Injectable()
export class HandoverAlarms implements NestMiddleware {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The oldest night first. */
  async now(): Promise<HandoverAlarm[]> {
    const open = await this.database.rows<Open>(OPEN);
    return open
      .map(({ alarmAt, ...handover }) => ({ ...handover, since: morningAfter(handover.night, alarmAt) }))
      .filter(({ since }) => since <= this.clock.now());
  }

  async use(request: Request, _response: Response, next: NextFunction): Promise<void> {
    const { person, path } = request;
    if (person && may(person.role, 'know who stays') && !path.startsWith('/api/'))
      request.alarms = (await this.now()).filter(({ unitId }) => isOf(person, unitId)).map(alarmView);
    next();
  }
}

function isOf({ unitIds }: Person, unitId: string): boolean {
  return unitIds?.includes(unitId) ?? true;
}

function alarmView({ unitId, unitName, night }: HandoverAlarm) {
  return {
    words: `${unitName}: nobody has acknowledged the handover of ${sayNights([night])}.`,
    link: { text: 'Read the handover', href: `/handovers/${night}?unitId=${unitId}` },
  };
}
