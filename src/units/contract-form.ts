import { addDays, addYears, type CalendarDate } from '../domain/calendar-date';
import { readPounds } from '../domain/read-pounds';
import { wrongDate, wrongNumber } from '../platform/form-checks';
import { Misshapen, type FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import type { Contract } from './contract.entity';
import type { NewContractDto } from './unit.dto';

export interface ContractForm {
  readonly key: string;
  readonly startsOn: string;
  /** As people say it: the last day is part of the contract. */
  readonly lastDay: string;
  readonly nightsPerYear: string;
  readonly costPerYear: string;
  readonly spotPrice: string;
}

const MOST_PENCE_A_YEAR = 1_000_000_000_000;
const MOST_PENCE_A_NIGHT = 1_000_000_000;

export function contractIn(sent: SentForm): ContractForm {
  return {
    key: typed(sent, 'key'),
    startsOn: typed(sent, 'startsOn'),
    lastDay: typed(sent, 'lastDay'),
    nightsPerYear: typed(sent, 'nightsPerYear').replaceAll(/[, ]/g, ''),
    costPerYear: typed(sent, 'costPerYear'),
    spotPrice: typed(sent, 'spotPrice'),
  };
}

/** A year that follows the last contract, with its nights. */
export function nextContract(contracts: readonly Contract[], today: CalendarDate, key: string): ContractForm {
  const last = contracts.at(-1);
  const startsOn = last?.endsOn ?? today;
  return {
    key,
    startsOn,
    lastDay: addDays(addYears(startsOn, 1), -1),
    nightsPerYear: last ? String(last.nightsPerYear) : '',
    costPerYear: '',
    spotPrice: '',
  };
}

/** As the service takes it. @throws Misshapen at each field that is missing or wrong. */
export function contract(form: ContractForm): NewContractDto {
  const { startsOn, lastDay, nightsPerYear } = form;
  const cost = readPounds(form.costPerYear);
  const spotPrice = form.spotPrice ? readPounds(form.spotPrice) : undefined;
  const wrong = [
    ...wrongDate({ name: 'startsOn', value: startsOn, ask: 'Enter the first day.' }),
    ...wrongDate({ name: 'lastDay', value: lastDay, ask: 'Enter the last day.' }),
    ...(lastDay < startsOn ? at('lastDay', 'The last day must not be before the first.') : []),
    ...wrongNumber(
      { name: 'nightsPerYear', value: nightsPerYear, ask: 'Enter how many nights a year are paid for.' },
      1,
      1_000_000,
    ),
    ...wrongMoney('costPerYear', cost, MOST_PENCE_A_YEAR),
    ...(form.spotPrice ? wrongMoney('spotPrice', spotPrice || undefined, MOST_PENCE_A_NIGHT) : []),
  ];
  if (wrong.length > 0 || cost === undefined) throw new Misshapen(onePerField(wrong));
  return {
    startsOn,
    endsOn: addDays(lastDay, 1),
    nightsPerYear: Number(nightsPerYear),
    costPencePerYear: cost,
    ...(spotPrice ? { spotPricePencePerNight: spotPrice } : {}),
  };
}

/** The service counts up to a day that is not part of the contract. */
export function atFormFields(errors: readonly FieldError[]): FieldError[] {
  return errors.map(({ pointer, detail }) => ({ pointer: pointer.replace('/endsOn', '/lastDay'), detail }));
}

function wrongMoney(name: string, pence: number | undefined, most: number): FieldError[] {
  if (pence === undefined) return at(name, 'Enter a sum in pounds, such as 672,750 or 467.19.');
  return pence > most ? at(name, 'That is too much: check the sum.') : [];
}

function onePerField(errors: readonly FieldError[]): FieldError[] {
  return [...new Map(errors.toReversed().map((error) => [error.pointer, error])).values()].toReversed();
}

function at(name: string, detail: string): FieldError[] {
  return [{ pointer: `/${name}`, detail }];
}
