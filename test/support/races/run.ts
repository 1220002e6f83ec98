import { setTimeout } from 'node:timers/promises';
import { addDays } from '../../../src/domain/calendar-date';
import { londonDate } from '../../../src/domain/london';
import type { User } from '../accounts';
import { Ground } from '../ground';
import { bodyOf, type Answer, type KeepAlive } from '../keep-alive';
import type { Processes } from '../two-processes';
import { wrongNights } from '../wrong-nights';
import { BED_RACES } from './beds';
import { CHANGE_RACES } from './changes';
import { JUDGEMENT_RACES } from './judgements';
import { NIGHTS_A_ROUND, won, type Race } from './race';

export const RACES: readonly Race[] = [...BED_RACES, ...JUDGEMENT_RACES, ...CHANGE_RACES];

/** Far enough ahead that midnight in the middle of a run changes nothing. */
const FIRST_DAY = 20;

/** A change of a stay that is over, or of a request that is answered, needs no finding. */
const SAYS_WHY =
  /^The (other )?stay (was cancelled|is over|lost its bed to an emergency)\.$|^The young person is here: |^The request is [a-z]+[.:, ]/;

export interface Run {
  /** How long each answer took from the barrier, in milliseconds. */
  readonly took: readonly number[];
  /** Everything that was not as it must be. */
  readonly faults: readonly string[];
}

/** So many rounds of so many clients, shared out over the processes; each round begins at a barrier. */
export async function run(
  race: Race,
  processes: Processes,
  { rounds, racers }: { readonly rounds: number; readonly racers: number },
): Promise<Run> {
  const { sql } = processes;
  const clientOf = async (index: number, by: User = 'manager'): Promise<KeepAlive> => {
    const clients = await processes.clientsOf(by);
    const client = clients[index % clients.length];
    if (!client) throw new Error('There is no process to ask.');
    return client;
  };
  const setUp = await race.lay(new Ground(sql), racers, async (path, body) =>
    (await clientOf(0)).post(path, body),
  );
  const took: number[] = [];
  const faults: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const on = addDays(londonDate(new Date()), FIRST_DAY + round * NIGHTS_A_ROUND);
    const heat = await setUp(on);
    const racing = await Promise.all(heat.starts.map(({ by }, index) => clientOf(index + round, by)));
    const answers = await Promise.all(
      racing.map(async (client, index) => {
        const { path = '', body = {}, headers, after = 0 } = heat.starts[index] ?? {};
        if (after > 0) await setTimeout(after);
        return client.post(path, body, { ...headers });
      }),
    );
    took.push(...answers.map((answer) => answer.took));
    const wronged = await heat.faults(answers);
    const { from = on } = heat;
    const wrongs = await wrongNights(sql, heat.unitIds, addDays(from, -1), addDays(from, NIGHTS_A_ROUND));
    const found = [
      ...answers.flatMap(misspoken),
      ...wronged,
      ...wrongs.filter(({ wrong }) => !heat.told?.includes(wrong)).map((wrong) => JSON.stringify(wrong)),
    ];
    faults.push(...found.map((fault) => `round ${round}: ${fault}`));
  }
  return { took, faults };
}

/** A loser is told why, never that something went wrong. */
function misspoken(answer: Answer): string[] {
  if (won(answer)) return [];
  if (answer.status !== 409 || answer.type !== 'application/problem+json')
    return [`${answer.status} ${answer.type}: ${answer.text}`];
  const { findings, stays, detail } = bodyOf(answer) as {
    findings: unknown[];
    stays?: unknown[];
    detail: string;
  };
  const saysWhy = findings.length > 0 || (stays?.length ?? 0) > 0 || SAYS_WHY.test(detail);
  return saysWhy ? [] : [`a loser was not told why: ${answer.text}`];
}

/** Deadlocks the server had to break in this database; counted once its sessions have ended. */
export async function deadlocks({ sql }: Pick<Processes, 'sql'>): Promise<number> {
  const { rows } = await sql.query<{ deadlocks: string }>(
    'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
  );
  return Number(rows[0]?.deadlocks);
}
