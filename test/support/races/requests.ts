import { addDays } from '../../../src/domain/calendar-date';
import type { Ground } from '../ground';
import { bodyOf, type Answer } from '../keep-alive';
import {
  booking,
  everyOther,
  exactly,
  losersHear,
  stayOf,
  times,
  winners,
  won,
  type Ask,
  type Race,
} from './race';

const SIBLINGS = 3;

const STATE = `
  SELECT requests.status, count(stays.id) FILTER (WHERE stays.status IN ('held', 'confirmed'))::integer AS live
  FROM requests LEFT JOIN request_stays ON request_id = requests.id LEFT JOIN stays ON stays.id = stay_id
  WHERE requests.id = ANY($1::uuid[]) GROUP BY requests.id ORDER BY array_position($1::uuid[], requests.id)`;

interface State {
  readonly status: string;
  /** Stays that have a bed. */
  readonly live: number;
}

/** A request for three nights from this day on. @returns its id. */
async function requested(
  ask: Ask,
  unitId: string,
  youngPersonIds: readonly string[],
  on: string,
): Promise<string> {
  const window = { nights: 3, earliest: on, latest: on };
  const answer = await ask('/api/requests', {
    ...{ unitId, youngPersonIds, ...window, reason: 'A rest at home.', urgency: 'soon' },
  });
  if (answer.status !== 201) throw new Error(`The round could not begin: ${answer.text}`);
  return (bodyOf(answer) as { id: string }).id;
}

async function offered(ask: Ask, id: string): Promise<void> {
  const answer = await ask(`/api/requests/${id}/offer`, {});
  if (answer.status !== 200) throw new Error(`The round could not begin: ${answer.text}`);
}

async function statesOf({ sql }: Ground, ...ids: readonly string[]): Promise<State[]> {
  return (await sql.query<State>(STATE, [ids])).rows;
}

const doing = (id: string, action: string) => ({ path: `/api/requests/${id}/${action}`, body: {} });

/** A request that is placed has a bed for everybody it is for; any other has none. */
function halves(states: readonly State[], answers: readonly Answer[], each: number): string[] {
  return states.flatMap(({ status, live }, index) => {
    const hasWon = answers[index] !== undefined && won(answers[index]);
    const right = hasWon ? live === each && status !== 'open' : live === 0 && status === 'open';
    return right ? [] : [`a request is ${status} with ${live} beds though it ${hasWon ? 'won' : 'lost'}`];
  });
}

const approvals: Race = {
  name: 'approvals of one request at once',
  async lay(ground, clients, ask) {
    const unit = await ground.unit(4);
    const [child = ''] = await ground.children(1);
    return async (on) => {
      const id = await requested(ask, unit.id, [child], on);
      return {
        unitIds: [unit.id],
        starts: times(clients, (index) => doing(id, index % 4 === 3 ? 'offer' : 'placement')),
        faults: async (answers) => {
          const [state] = await statesOf(ground, id);
          const placings = answers.filter((_, index) => index % 4 !== 3);
          const right = state?.status === 'placed' && state.live === 1;
          return [...exactly(1, placings), ...(right ? [] : [`it ended as ${JSON.stringify(state)}`])];
        },
      };
    };
  },
};

const groupsForTheLastBeds: Race = {
  name: 'requests of three siblings each for the last beds',
  async lay(ground, clients, ask) {
    const unit = await ground.unit(4);
    const groups = await Promise.all(times(clients, () => ground.siblings(SIBLINGS)));
    await ground.assess(groups.flat());
    return async (on) => {
      const ids: string[] = [];
      for (const group of groups) ids.push(await requested(ask, unit.id, group, on));
      return {
        unitIds: [unit.id],
        starts: ids.map((id, index) => doing(id, index % 2 === 0 ? 'placement' : 'offer')),
        faults: async (answers) => [
          ...exactly(1, answers),
          ...losersHear(['no-bed'], answers),
          ...halves(await statesOf(ground, ...ids), answers, SIBLINGS),
        ],
      };
    };
  },
};

const SOON = `
  WITH ending AS (UPDATE request_offers SET expires_at = clock_timestamp() + $2::interval
    WHERE request_id = $1 AND outcome = 'open' RETURNING id, expires_at)
  UPDATE stays SET hold_expires_at = ending.expires_at FROM request_stays JOIN ending ON ending.id = offer_id
  WHERE stays.id = stay_id`;

const acceptanceAgainstExpiry: Race = {
  name: 'the acceptance of an offer against its end and others who want the bed',
  async lay(ground, clients, ask) {
    const unit = await ground.unit(1);
    const [child = '', ...others] = await ground.children(1 + clients);
    let round = 0;
    return async (on) => {
      const id = await requested(ask, unit.id, [child], on);
      await offered(ask, id);
      round += 1;
      await ground.sql.query(SOON, [id, `${(round * 7) % 40} milliseconds`]);
      return {
        unitIds: [unit.id],
        starts: times(clients, (index) =>
          index % 2 === 0 ? doing(id, 'acceptance') : booking(unit.id, stayOf(others[index], on)),
        ),
        faults: async (answers) => {
          const [accepted, booked] = [winners(everyOther(answers, 0)), winners(everyOther(answers, 1))];
          const { rows } = await ground.sql.query<{ status: string }>(
            'SELECT status FROM stays JOIN request_stays ON stay_id = id WHERE request_id = $1',
            [id],
          );
          const isKept = rows.every(({ status }) => status === 'confirmed');
          return [
            ...(accepted + booked <= 1 ? [] : [`${accepted} accepted and ${booked} booked`]),
            ...(isKept === (accepted === 1) ? [] : [`${accepted} accepted, and ${JSON.stringify(rows)}`]),
          ];
        },
      };
    };
  },
};

const withdrawalAgainstPlacement: Race = {
  name: 'the withdrawal of a request against its placement',
  async lay(ground, clients, ask) {
    const unit = await ground.unit(4);
    const pair = await ground.siblings(2);
    await ground.assess(pair);
    return async (on) => {
      const id = await requested(ask, unit.id, pair, on);
      if (Number(on.slice(-1)) % 2 === 0) await offered(ask, id);
      return {
        unitIds: [unit.id],
        starts: times(clients, (index) => doing(id, index % 2 === 0 ? 'placement' : 'withdrawal')),
        faults: async (answers) => {
          const [state] = await statesOf(ground, id);
          const isPlaced = winners(everyOther(answers, 0)) === 1;
          const right = isPlaced
            ? state?.status === 'placed' && state.live === 2
            : state?.status === 'withdrawn' && state.live === 0;
          return [...exactly(1, answers), ...(right ? [] : [`it ended as ${JSON.stringify(state)}`])];
        },
      };
    };
  },
};

const refusalsOfOffers: Race = {
  name: 'freed nights for those who wait, while others book them',
  async lay(ground, clients, ask) {
    const unit = await ground.unit(1);
    const [child = '', waiting = '', ...others] = await ground.children(2 + clients);
    return async (on) => {
      const id = await requested(ask, unit.id, [child], on);
      await offered(ask, id);
      const next = await requested(ask, unit.id, [waiting], addDays(on, 1));
      await ask(`/api/requests/${next}/waiting`, {});
      return {
        unitIds: [unit.id],
        starts: times(clients, (index) =>
          index === 0
            ? { path: `/api/requests/${id}/refusal-of-offer`, body: { reason: 'A birthday.' } }
            : booking(unit.id, stayOf(others[index], on)),
        ),
        faults: async ([refusal, ...bookings]) => {
          const booked = winners(bookings);
          await ground.sql.query('SELECT 1 FROM units WHERE id = $1 FOR UPDATE', [unit.id]);
          const [, state] = await statesOf(ground, id, next);
          const held = Number(state?.live === 1);
          return [
            ...(refusal && won(refusal) ? [] : ['the offer could not be given back']),
            ...(booked + held <= 1 ? [] : [`${booked} booked and ${held} held`]),
          ];
        },
      };
    };
  },
};

export const REQUEST_RACES: readonly Race[] = [
  approvals,
  groupsForTheLastBeds,
  acceptanceAgainstExpiry,
  withdrawalAgainstPlacement,
  refusalsOfOffers,
];
