import { Injectable } from '@nestjs/common';
import { Units } from '../units/units.service';

const HOUR = 3_600_000;

/** How long a hold blocks a bed: the unit's setting (72 hours† unless changed). */
@Injectable()
export class HoldTimes {
  constructor(private readonly units: Units) {}

  async expiry(unitId: string, now: Date, hours?: number): Promise<Date> {
    const { inForce } = await this.units.one(unitId);
    return new Date(now.getTime() + (hours ?? inForce.holdHours) * HOUR);
  }
}
