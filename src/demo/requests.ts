import type { NestExpressApplication } from '@nestjs/platform-express';
import type { EntityManager } from 'typeorm';
import { addDays, type CalendarDate } from '../domain/calendar-date';
import type { Urgency } from '../domain/request';
import type { Person } from '../platform/actor';
import { RequestAnswers } from '../requests/request-answers.service';
import { Requests } from '../requests/requests.service';
import type { RequestOnFile } from '../requests/request.reader';
import type { House } from './house';

interface DemoRequest {
  readonly names: readonly string[];
  readonly nights: number;
  /** Days from today to the first and the last arrival that suit. */
  readonly window: readonly [number, number];
  readonly weekdays?: readonly number[];
  readonly urgency: Urgency;
  readonly reason: string;
  readonly answer?: 'offer' | 'not-yet' | 'decline';
}

const FRIDAY = 5;

const KEY_WORKER = `
  SELECT accounts.id, accounts.name, accounts.role FROM accounts
  JOIN cas_plans ON key_worker_id = accounts.id JOIN young_people USING (family_id)
  WHERE young_people.id = $1 AND cas_plans.status = 'open'`;

const REQUESTS: readonly DemoRequest[] = [
  {
    names: ['Isla Thorne', 'Finn Thorne'],
    ...{ nights: 2, window: [14, 56], weekdays: [FRIDAY], urgency: 'soon' },
    reason: 'The twins need a weekend away from the arguments at home.',
  },
  {
    names: ['Tamsin Penrose'],
    ...{ nights: 3, window: [10, 40], urgency: 'urgent' },
    reason: 'Her mother goes into hospital for an operation and nobody else can have her.',
  },
  {
    names: ['Bilal Hussain'],
    ...{ nights: 2, window: [5, 25], urgency: 'routine' },
    reason: 'Asked to come back for the football weekend.',
  },
  {
    names: ['Emeka Okafor'],
    ...{ nights: 1, window: [7, 28], urgency: 'routine', answer: 'not-yet' },
    reason: 'A night’s rest for his grandmother.',
  },
  {
    names: ['Rory Galloway', 'Skye Galloway'],
    ...{ nights: 2, window: [12, 70], urgency: 'soon', answer: 'offer' },
    reason: 'A calm weekend before the move to the new school.',
  },
  {
    names: ['Poppy Whitcombe'],
    ...{ nights: 7, window: [3, 10], urgency: 'routine', answer: 'decline' },
    reason: 'A week while the family decorates.',
  },
];

/** What the two CAS workers have asked for, and what the manager has said so far. */
export async function askForBreaks(
  app: NestExpressApplication,
  tx: EntityManager,
  house: House,
  today: CalendarDate,
  manager: Person,
): Promise<void> {
  const requests = app.get(Requests, { strict: false });
  const answers = app.get(RequestAnswers, { strict: false });
  for (const { names, window, answer, weekdays = [], ...asked } of REQUESTS) {
    const request = await requests.ask(
      {
        ...asked,
        unitId: house.unitId,
        youngPersonIds: names.map((name) => house.idOf(name)),
        earliest: addDays(today, window[0]),
        latest: addDays(today, window[1]),
        weekdays: [...weekdays],
      },
      await keyWorkerOf(tx, house.idOf(names[0] ?? '')),
    );
    if (answer === 'offer') await offerWhatWorks(requests, answers, request, manager);
    if (answer === 'not-yet')
      await answers.keepWaiting(request.id, { words: 'Nothing free yet.' }, { by: manager });
    if (answer === 'decline')
      await answers.decline(
        request.id,
        { reason: 'needs-other-service', words: 'A week’s decorating is one for the grandparents.' },
        { by: manager },
      );
  }
}

async function keyWorkerOf(tx: EntityManager, youngPersonId: string): Promise<Person> {
  const [worker] = await tx.query<Person[]>(KEY_WORKER, [youngPersonId]);
  if (!worker) throw new Error('A family without a key worker');
  return worker;
}

/** Where nothing works on these dates, the request stays open. */
async function offerWhatWorks(
  requests: Requests,
  answers: RequestAnswers,
  request: RequestOnFile,
  by: Person,
): Promise<void> {
  const dates = await requests.datesFor(request);
  const works = dates.find(({ findings }) => findings.every(({ level }) => level === 'inform'));
  if (works) await answers.offer(request.id, { arrivesOn: works.arrivesOn }, { by });
}
