import type { DisplacementPolicy } from '../domain/diary';
import type { Contract } from './contract.entity';
import type { UnitSettingsRecord } from './unit-settings.entity';
import type { UnitRecords } from './units.service';

export interface UnitView {
  readonly id: string;
  readonly name: string;
  readonly places: number;
  readonly ageRange: { readonly from: number; readonly to: number };
  readonly rooms: readonly RoomView[];
  readonly contracts: readonly ContractView[];
  readonly settings: readonly SettingsView[];
}

interface RoomView {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly features: readonly string[];
}

export interface ContractView {
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly nightsPerYear: number;
  readonly costPencePerYear: number;
  readonly spotPricePencePerNight: number | null;
}

export interface SettingsView {
  readonly from: string;
  readonly places: number;
  readonly ageRange: { readonly from: number; readonly to: number };
  readonly nightRollsAt: string;
  readonly arrivalsFrom: string;
  readonly departuresBy: string;
  readonly assessmentReviewDays: number;
  readonly holdHours: number;
  readonly lateCancellationDays: number;
  readonly seriesNights: number;
  readonly yearNights: number;
  readonly yearNightsToldFrom: number;
  readonly visitPlaces: number;
  readonly ringFence: RingFenceView;
  readonly emergencyEndsAt: string;
  readonly overstayHours: number;
  readonly overstayNights: number;
  readonly overstayFurtherNights: number;
  readonly handoverBy: string;
  readonly handoverAlarmAt: string;
  readonly reason: string | null;
  readonly recordedByName: string | null;
}

interface RingFenceView {
  readonly keptForPlanned: number;
  readonly keptForEmergency: number;
  readonly displacement: DisplacementPolicy;
}

export function unitView({ unit, rooms, contracts, settings, inForce }: UnitRecords): UnitView {
  return {
    id: unit.id,
    name: unit.name,
    places: inForce.places,
    ageRange: { from: inForce.ageFrom, to: inForce.ageTo },
    rooms: rooms.map(({ id, number, name, features }) => ({ id, number, name, features })),
    contracts: contracts.map(contractView),
    settings: settings.map(settingsView),
  };
}

export function contractView(contract: Contract): ContractView {
  const { id, startsOn, endsOn, nightsPerYear, costPencePerYear, spotPricePencePerNight } = contract;
  return { id, startsOn, endsOn, nightsPerYear, costPencePerYear, spotPricePencePerNight };
}

export function settingsView(record: UnitSettingsRecord): SettingsView {
  const { fromOn, ageFrom, ageTo, places, nightRollsAt, arrivalsFrom, departuresBy } = record;
  const { assessmentReviewDays, holdHours, lateCancellationDays } = record;
  const { seriesNights, yearNights, yearNightsToldFrom, visitPlaces } = record;
  const { keptForPlanned, keptForEmergency, displacement } = record;
  const { emergencyEndsAt, overstayHours, overstayNights, overstayFurtherNights } = record;
  const { handoverBy, handoverAlarmAt, reason, recordedByName } = record;
  return {
    from: fromOn,
    places,
    ageRange: { from: ageFrom, to: ageTo },
    nightRollsAt,
    arrivalsFrom,
    departuresBy,
    assessmentReviewDays,
    holdHours,
    lateCancellationDays,
    seriesNights,
    yearNights,
    yearNightsToldFrom,
    visitPlaces,
    ringFence: { keptForPlanned, keptForEmergency, displacement },
    emergencyEndsAt,
    overstayHours,
    overstayNights,
    overstayFurtherNights,
    handoverBy,
    handoverAlarmAt,
    reason,
    recordedByName,
  };
}
