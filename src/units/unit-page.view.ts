import { addDays, type CalendarDate } from '../domain/calendar-date';
import { formatPounds } from '../domain/money';
import { sayDate } from '../domain/say-dates';
import { sayCount } from '../domain/say-numbers';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import type { Contract } from './contract.entity';
import type { Room } from './room.entity';
import { SINCE_ALWAYS, type UnitSettingsRecord } from './unit-settings.entity';
import type { Unit } from './unit.entity';
import type { UnitRecords } from './units.service';

interface ContractRow {
  readonly dates: string;
  readonly state: { readonly text: string; readonly tone: string };
  readonly nights: string;
  readonly cost: string;
  readonly spotPrice: string;
}

interface SettingsEntry {
  readonly from: string;
  readonly isInForce: boolean;
  readonly said: string;
}

export interface UnitPage {
  readonly title: string;
  readonly caption: string;
  readonly unit: Unit;
  readonly notice: string | undefined;
  readonly back: { readonly text: string; readonly href: string };
  readonly facts: readonly {
    readonly key: string;
    readonly text: string;
    readonly lines?: readonly string[];
  }[];
  readonly rooms: readonly { readonly name: string; readonly number: string; readonly features: string }[];
  readonly contracts: readonly ContractRow[];
  readonly settings: readonly SettingsEntry[];
  readonly mayChange: boolean;
}

const DONE: Readonly<Record<string, string>> = {
  opened: 'The unit is open.',
  contract: 'The contract is added.',
  settings: 'The settings are changed.',
};

export function unitPage(records: UnitRecords, today: CalendarDate, reader: Person, done: string): UnitPage {
  const { unit, rooms, contracts, settings, inForce } = records;
  return {
    title: unit.name,
    caption: 'Unit',
    unit,
    notice: DONE[done],
    back: { text: 'All units', href: '/units' },
    facts: facts(inForce),
    rooms: rooms.map(roomRow),
    contracts: contracts.toReversed().map((each) => contractRow(each, today)),
    settings: settings
      .map((record, index) => entry(record, settings[index - 1], inForce))
      .filter(({ said }) => said !== '')
      .reverse(),
    mayChange: may(reader.role, 'set up units'),
  };
}

function facts(inForce: UnitSettingsRecord): UnitPage['facts'] {
  const { places, ageFrom, ageTo, arrivalsFrom, departuresBy, nightRollsAt } = inForce;
  return [
    { key: 'Registered places', text: String(places) },
    {
      key: 'Day visits',
      text: inForce.visitPlaces === 1 ? '1 at a time' : `${inForce.visitPlaces} at a time`,
    },
    { key: 'Ages', text: `${ageFrom} to ${ageTo}`, lines: [`Until the day before they turn ${ageTo + 1}.`] },
    {
      key: 'Arrivals',
      text: `From ${arrivalsFrom}`,
      lines: [`Before ${nightRollsAt} counts for the night before.`],
    },
    { key: 'Departures', text: `By ${departuresBy}` },
    { key: 'Assessments', text: `Reviewed after ${inForce.assessmentReviewDays} days` },
    { key: 'Holds', text: `Run out after ${inForce.holdHours} hours` },
    { key: 'Late to cancel', text: `Fewer than ${inForce.lateCancellationDays} days before` },
    { key: 'One stay', text: `Up to ${inForce.seriesNights} nights without authority` },
    {
      key: 'Any 12 months',
      text: `Up to ${inForce.yearNights} nights without authority`,
      lines: [`Said from ${inForce.yearNightsToldFrom} nights on.`],
    },
  ];
}

/** A room called by its number only is not said twice. */
function roomRow({ name, number, features }: Room): UnitPage['rooms'][number] {
  const said = `Room ${number}`;
  return { name, number: name === said ? '' : said, features: features.join(', ') };
}

function contractRow(contract: Contract, today: CalendarDate): ContractRow {
  const { startsOn, endsOn, nightsPerYear, costPencePerYear, spotPricePencePerNight } = contract;
  return {
    dates: `${sayDate(startsOn)} to ${sayDate(addDays(endsOn, -1))}`,
    state: stateOf(contract, today),
    nights: sayCount(nightsPerYear),
    cost: formatPounds(costPencePerYear),
    spotPrice: spotPricePencePerNight === null ? 'Not given' : formatPounds(spotPricePencePerNight),
  };
}

function stateOf({ startsOn, endsOn }: Contract, today: CalendarDate): ContractRow['state'] {
  if (today < startsOn) return { text: 'To come', tone: 'busy' };
  return today < endsOn ? { text: 'In force', tone: 'good' } : { text: 'Over', tone: 'quiet' };
}

const SAID: Readonly<Record<string, (record: UnitSettingsRecord) => string>> = {
  places: ({ places }) => `${places} registered places`,
  ages: ({ ageFrom, ageTo }) => `ages ${ageFrom} to ${ageTo}`,
  arrivals: ({ arrivalsFrom }) => `arrivals from ${arrivalsFrom}`,
  departures: ({ departuresBy }) => `departures by ${departuresBy}`,
  rolls: ({ nightRollsAt }) => `arrivals before ${nightRollsAt} count for the night before`,
  review: ({ assessmentReviewDays }) => `assessments reviewed after ${assessmentReviewDays} days`,
  holds: ({ holdHours }) => `holds run out after ${holdHours} hours`,
  late: ({ lateCancellationDays }) => `late to cancel under ${lateCancellationDays} days before`,
  visits: ({ visitPlaces }) => `${visitPlaces} day visits at a time`,
  series: ({ seriesNights }) => `one stay up to ${seriesNights} nights without authority`,
  year: ({ yearNights }) => `up to ${yearNights} nights in any 12 months without authority`,
  told: ({ yearNightsToldFrom }) => `said from ${yearNightsToldFrom} nights on`,
};

/** What it changed; the first says everything. */
function entry(
  record: UnitSettingsRecord,
  before: UnitSettingsRecord | undefined,
  inForce: UnitSettingsRecord,
): SettingsEntry {
  return {
    from: record.fromOn === SINCE_ALWAYS ? 'From the start' : `From ${sayDate(record.fromOn)}`,
    isInForce: record.id === inForce.id,
    said: sentence(
      Object.values(SAID).flatMap((say) => (before && say(before) === say(record) ? [] : [say(record)])),
    ),
  };
}

function sentence(parts: readonly string[]): string {
  const said = parts.join(', ');
  return said && `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}
