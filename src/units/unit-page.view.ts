import { addDays, type CalendarDate } from '../domain/calendar-date';
import { formatPounds } from '../domain/money';
import { sayDate } from '../domain/say-dates';
import { sayCount } from '../domain/say-numbers';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import type { Contract } from './contract.entity';
import type { Room } from './room.entity';
import { settingsByDate, type SettingsEntry } from './settings-by-date.view';
import { unitFacts, type UnitFact } from './unit-facts.view';
import type { Unit } from './unit.entity';
import type { UnitRecords } from './units.service';

interface ContractRow {
  readonly dates: string;
  readonly state: { readonly text: string; readonly tone: string };
  readonly nights: string;
  readonly cost: string;
  readonly spotPrice: string;
}

export interface UnitPage {
  readonly title: string;
  readonly caption: string;
  readonly unit: Unit;
  readonly notice: string | undefined;
  readonly back: { readonly text: string; readonly href: string };
  readonly facts: readonly UnitFact[];
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
    facts: unitFacts(inForce),
    rooms: rooms.map(roomRow),
    contracts: contracts.toReversed().map((each) => contractRow(each, today)),
    settings: settingsByDate(settings, inForce),
    mayChange: may(reader.role, 'set up units'),
  };
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
