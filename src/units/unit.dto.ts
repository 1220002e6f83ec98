import { DISPLACEMENT_POLICIES, type DisplacementPolicy } from '../domain/diary';
import {
  ChoiceField,
  DateField,
  PartField,
  PartsField,
  TextField,
  TextsField,
  TimeField,
  WholeNumberField,
  WordsField,
} from '../platform/shape';

const OLDEST = 25;
const MOST_ROOMS = 50;

export class AgeRangeDto {
  @WholeNumberField(0, OLDEST)
  from: number;

  @WholeNumberField(0, OLDEST, {
    description: 'Inclusive: 17 admits until the day before the eighteenth birthday',
  })
  to: number;
}

export class NewRoomDto {
  @WholeNumberField(1, 10_000)
  number: number;

  @TextField()
  name: string;

  @TextsField({ optional: true })
  features?: string[];
}

export class NewUnitDto {
  @TextField()
  name: string;

  @WholeNumberField(1, MOST_ROOMS, { description: 'Registered places' })
  places: number;

  @PartField(() => AgeRangeDto)
  ageRange: AgeRangeDto;

  @PartsField(() => NewRoomDto, { least: 1, most: MOST_ROOMS })
  rooms: NewRoomDto[];
}

export class NewContractDto {
  @DateField()
  startsOn: string;

  @DateField({ description: 'Exclusive: the first day after the contract' })
  endsOn: string;

  @WholeNumberField(1, 1_000_000, { description: 'Nights commissioned a year' })
  nightsPerYear: number;

  @WholeNumberField(0, 1_000_000_000_000)
  costPencePerYear: number;

  @WholeNumberField(1, 1_000_000_000, { optional: true, description: 'Price of a bed bought elsewhere' })
  spotPricePencePerNight?: number;
}

export class RingFenceDto {
  @WholeNumberField(0, MOST_ROOMS, { optional: true, description: 'Beds kept for planned breaks' })
  keptForPlanned?: number;

  @WholeNumberField(0, MOST_ROOMS, { optional: true, description: 'Beds kept for emergencies' })
  keptForEmergency?: number;

  @ChoiceField(DISPLACEMENT_POLICIES, {
    optional: true,
    description: 'Whether an emergency may take a kept bed, or that of a planned stay',
  })
  displacement?: DisplacementPolicy;
}

export class NewSettingsDto {
  @DateField({ description: 'The first night these hold for' })
  from: string;

  @DateField({
    optional: true,
    description: 'For a time only: the first night that has again what it had before',
  })
  until?: string;

  @WholeNumberField(1, MOST_ROOMS, { optional: true })
  places?: number;

  @PartField(() => AgeRangeDto, { optional: true })
  ageRange?: AgeRangeDto;

  @TimeField({ optional: true, description: 'An arrival before this counts for the night before' })
  nightRollsAt?: string;

  @TimeField({ optional: true })
  arrivalsFrom?: string;

  @TimeField({ optional: true })
  departuresBy?: string;

  @WholeNumberField(1, 366, { optional: true })
  assessmentReviewDays?: number;

  @WholeNumberField(1, 720, { optional: true })
  holdHours?: number;

  @WholeNumberField(0, 60, { optional: true })
  lateCancellationDays?: number;

  @WholeNumberField(1, 366, { optional: true, description: 'The most nights of one stay without authority' })
  seriesNights?: number;

  @WholeNumberField(1, 366, {
    optional: true,
    description: 'The most nights in any 12 months without authority',
  })
  yearNights?: number;

  @WholeNumberField(1, 366, {
    optional: true,
    description: 'From so many nights in 12 months on, whoever books is told',
  })
  yearNightsToldFrom?: number;

  @WholeNumberField(0, MOST_ROOMS, { optional: true, description: 'Day visits at one moment' })
  visitPlaces?: number;

  @PartField(() => RingFenceDto, {
    optional: true,
    description: 'What is not named stays; give a reason too',
  })
  ringFence?: RingFenceDto;

  @TimeField({ optional: true, description: 'When, the next working day, an emergency ends' })
  emergencyEndsAt?: string;

  @WholeNumberField(1, 1000, {
    optional: true,
    description: 'Hours after which an emergency is looked at again',
  })
  overstayHours?: number;

  @WholeNumberField(1, 366, { optional: true, description: 'Nights after which the service manager is told' })
  overstayNights?: number;

  @WholeNumberField(1, 366, {
    optional: true,
    description: 'Nights after which the responsible individual is told',
  })
  overstayFurtherNights?: number;

  @TimeField({ optional: true, description: 'By when the night is handed over to the day' })
  handoverBy?: string;

  @TimeField({ optional: true, description: 'From when a handover not acknowledged is shown to all staff' })
  handoverAlarmAt?: string;

  @WordsField({ optional: true, description: 'Why; needed when the ring-fence changes' })
  reason?: string;
}

const BESIDE_A_RING_FENCE: ReadonlySet<string> = new Set(['from', 'until', 'ringFence', 'reason']);

/** Asks for a change of the ring-fence and of nothing else. */
export function isRingFenceOnly(asked: NewSettingsDto): boolean {
  const named = Object.entries(asked).filter(([, value]) => value !== undefined && value !== null);
  return asked.ringFence !== undefined && named.every(([name]) => BESIDE_A_RING_FENCE.has(name));
}
