import { randomUUID } from 'node:crypto';
import type { Product } from '../product';
import type { Grounds } from './grounds';
import { daysAfter } from './crowd';
import { lay } from './lay';

const STATES = ['open', 'offered', 'placed', 'waiting', 'declined', 'withdrawn'] as const;

const AT = '2026-03-02T12:00:00Z';

/** For each worker, and for both in the same nights, two requests in every state, and a series; those offered and placed have beds. */
export async function layRequests(product: Product, grounds: Grounds) {
  const { unitId, households } = grounds;
  const asking = households.filter((_, index) => index % 60 >= 40 && index % 60 < 53);
  const requests = asking.map((household, index) => {
    const state = STATES[(index % 13) % 6] ?? 'open';
    const isOfSeries = index % 13 === 12;
    return { id: randomUUID(), household, state, seriesId: isOfSeries ? randomUUID() : null, index };
  });
  const series = requests.flatMap(({ seriesId, household }) => (seriesId ? { id: seriesId, household } : []));
  await lay(
    product,
    'request_series',
    series.map(({ id, household }) => ({
      ...{
        id,
        unit_id: unitId,
        family_id: household.id,
        nights: 3,
        weekday: 5,
        every_weeks: 2,
        urgency: 'soon',
      },
      ...{ from_on: '2026-03-20', until_on: '2026-05-01', requested_at: AT, requested_by_name: 'Test' },
      reason: `For ${household.people[0]?.givenName}.`,
    })),
  );
  await lay(
    product,
    'requests',
    requests.map(({ id, household, state, seriesId }) => ({
      ...{ id, unit_id: unitId, family_id: household.id, series_id: seriesId, nights: 3, urgency: 'soon' },
      ...{ earliest: '2026-03-13', latest: seriesId ? '2026-03-13' : '2026-06-01', weekdays: [], wishes: [] },
      ...{
        reason: `A rest from ${household.people[0]?.givenName}.`,
        left_out_ids: [],
        displaced_before: false,
      },
      ...{ status: state, waiting_since: state === 'waiting' ? AT : null },
      ...{ answer_code: state === 'declined' ? 'no-suitable-dates' : null, answer_words: null },
      ...{ requested_at: AT, requested_by_name: 'Test', version: 1 },
    })),
  );
  await lay(
    product,
    'request_young_people',
    requests.flatMap(({ id, household }) =>
      household.people.map((person, position) => ({ request_id: id, young_person_id: person.id, position })),
    ),
  );
  const offers = requests.filter(({ state }) => state === 'offered' || state === 'placed');
  const made = offers.map((request) => ({ ...request, id: randomUUID(), requestId: request.id }));
  const from = (index: number) => daysAfter('2026-07-03', 7 * (index % 13));
  await lay(
    product,
    'request_offers',
    made.map(({ id, requestId, state, index }) => ({
      ...{ id, request_id: requestId, arrives_on: from(index), departs_on: daysAfter(from(index), 3) },
      ...{ left_out_ids: [], by_waiting_list: false, made_at: AT, made_by_name: 'Test' },
      ...{ expires_at: '2026-03-14T12:00:00Z', outcome: state === 'offered' ? 'open' : 'accepted' },
      ended_at: state === 'offered' ? null : AT,
    })),
  );
  for (const { id, requestId, state, household, index } of made)
    for (const [place, person] of household.people.slice(0, 2).entries()) {
      const bed = place + (person.keyWorker === 'worker' ? 1 : 3);
      const status = state === 'offered' ? 'held' : 'confirmed';
      const stayId = await grounds.stay(person, bed, {
        from: from(index),
        to: daysAfter(from(index), 3),
        status,
      });
      await lay(product, 'request_stays', [{ stay_id: stayId, request_id: requestId, offer_id: id }]);
    }
  const thing = ({ id, household }: (typeof series)[number]) => ({ id, keyWorker: household.keyWorker });
  return {
    requests: requests.map((request) => ({ ...thing(request), status: request.state })),
    'request-series': series.map(thing),
    'request-offers': made.map(thing),
  };
}
