import { fieldOf, pairOf } from '../domain/assessments-worth';
import { addDays } from '../domain/calendar-date';
import { nightsHanging } from '../domain/compatibility-map';
import { fullName } from '../domain/full-name';
import { sayDays } from '../domain/say-dates';
import { sayCount, sayNightCount } from '../domain/say-numbers';
import type { ChosenUnit } from '../units/unit-choice.service';
import { chosenGuests } from './chosen-guests';
import { WEEKS } from './compatibility-map.dto';
import type { LikelyGuest, MapOfUnit, Reason } from './compatibility-maps.service';
import type { MapForm, Shown } from './map-form';
import { assessHref, pairWords } from './pair-cells.view';

const REASON_WORDS: Readonly<Record<Reason, string>> = {
  stay: 'stay booked',
  request: 'break asked for',
  plan: 'on a plan',
};

const SHOWN_WORDS: Readonly<Record<Shown, string>> = {
  everybody: 'Everybody likely to come',
  booked: 'Those with a stay or a request',
  'in-the-way': 'Those with nights in question',
};

const options = <Value extends string>(values: Readonly<Record<Value, string>>) =>
  Object.entries<string>(values).map(([value, text]) => ({ value, text }));

export function mapPage(chosen: Pick<ChosenUnit, 'unit' | 'units'>, map: MapOfUnit, form: MapForm) {
  const { period, guests } = map;
  const today = period.from;
  const { asked, columns, rows, pairs, pairsAsked } = chosenGuests(map, form);
  const nameOf = new Map(guests.map(({ youngPerson }) => [youngPerson.id, fullName(youngPerson)]));
  const pairOn = new Map(map.pairs.map((pair) => [fieldOf(pair.youngPersonIds), pair]));
  return {
    ...{ title: 'Compatibility', unit: chosen.unit, units: chosen.units, wide: true, form },
    weeks: WEEKS.map((value) => ({ value, text: `${value} weeks` })),
    shown: options(SHOWN_WORDS),
    period: sayDays(today, addDays(period.to, -1), today),
    figures: figures(map),
    leftOut: sayLeftOut(map, asked, columns.length),
    isEmpty: guests.length < 2,
    isUnfound: guests.length > 1 && pairs.length === 0,
    columns: columns.map(({ youngPerson }) => ({ id: youngPerson.id, name: fullName(youngPerson) })),
    rows: rows.map((row) => ({
      ...rowHead(row),
      cells: columns.map(({ youngPerson }) => {
        const { id } = row.youngPerson;
        const pair = pairOn.get(fieldOf(pairOf(id, youngPerson.id)));
        const who = `${fullName(row.youngPerson)} and ${fullName(youngPerson)}`;
        return pair && { who, href: assessHref(id, youngPerson.id), ...pairWords(pair, today) };
      }),
    })),
    pairs: pairs.map((pair) => {
      const [one, other] = pair.youngPersonIds;
      const names = [one, other].map((id) => nameOf.get(id) ?? '');
      const who = names.sort((a, b) => a.localeCompare(b, 'en-GB')).join(' and ');
      const value = fieldOf(pair.youngPersonIds);
      return { value, who, href: assessHref(one, other), ...pairWords(pair, today) };
    }),
    pairsSaid: pairsAsked > pairs.length ? `The first ${pairs.length} of ${sayCount(pairsAsked)} pairs.` : '',
  };
}

function rowHead({ youngPerson, because, nightsHanging: nights }: LikelyGuest) {
  return {
    id: youngPerson.id,
    name: fullName(youngPerson),
    href: `/young-people/${youngPerson.id}`,
    because: because.map((reason) => REASON_WORDS[reason]).join(', '),
    nights: nights > 0 ? `${sayNightCount(nights)} in question` : '',
  };
}

function figures({ guests, pairs }: MapOfUnit) {
  const nights = pairs.reduce((sum, pair) => sum + nightsHanging(pair), 0);
  const hanging = pairs.filter((pair) => nightsHanging(pair) > 0).length;
  const open = pairs.filter(({ standing }) => standing === 'not-assessed' || standing === 'past-review');
  return [
    { value: sayCount(guests.length), label: guests.length === 1 ? 'young person' : 'young people' },
    { value: sayCount(pairs.length), label: pairs.length === 1 ? 'pair who may meet' : 'pairs who may meet' },
    { value: sayCount(open.length), label: 'not assessed, or past review' },
    {
      value: sayNightCount(nights),
      label: hanging === 1 ? 'in question, because of 1 pair' : `in question, because of ${hanging} pairs`,
    },
  ];
}

function sayLeftOut({ requestsLeftOut }: MapOfUnit, asked: readonly LikelyGuest[], shown: number): string[] {
  const people =
    asked.length > shown
      ? [`The ${shown} with most nights in question, of ${sayCount(asked.length)}. Find others by name.`]
      : [];
  const requests =
    requestsLeftOut > 0
      ? [
          `${sayCount(requestsLeftOut)} of the newest requests are not reckoned with yet: older ones go first.`,
        ]
      : [];
  return [...people, ...requests];
}
