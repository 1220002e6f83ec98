import type { FieldError } from '../platform/problem';
import type { Unit } from '../units/unit.entity';
import { QUEUES, type Queue } from './request-queue.reader';
import type { QueuePage } from './request-queue.service';
import { requestCard, type CardReading } from './request-card.view';

interface Where {
  readonly unit: Unit;
  readonly units: readonly Unit[];
  readonly queue: Queue;
  readonly pageNumber: number;
  readonly mayAsk: boolean;
  readonly notice: string | undefined;
  readonly key: string;
}

const TITLES: Readonly<Record<Queue, string>> = {
  open: 'Decisions waiting',
  offered: 'Offered, not yet answered',
  waiting: 'Waiting list',
  answered: 'Answered',
};

const TABS: Readonly<Record<Queue, string>> = {
  open: 'To decide',
  offered: 'Offered',
  waiting: 'Waiting list',
  answered: 'Answered',
};

const NOTHING: Readonly<Record<Queue, string>> = {
  open: 'Every request is answered.',
  offered: 'No offer is waiting for an answer.',
  waiting: 'Nobody is on the waiting list.',
  answered: 'No request has been answered yet.',
};

export function queueView(page: QueuePage, where: Where, reading: CardReading) {
  const { unit, units, queue, pageNumber } = where;
  const link = (to: Queue, number: number) =>
    `/requests?unit=${unit.id}&show=${to}${number > 1 ? `&page=${number}` : ''}`;
  const errors: readonly FieldError[] = [];
  return {
    title: TITLES[queue],
    caption: `Requests, ${unit.name}`,
    unit,
    units,
    errors,
    notice: where.notice,
    key: where.key,
    mayAsk: where.mayAsk,
    tabs: QUEUES.map((each) => ({
      text: TABS[each],
      count: each === 'answered' ? undefined : (page.counts.get(each) ?? 0),
      href: link(each, 1),
      isCurrent: each === queue,
    })),
    cards: page.items.map((item) => requestCard(item, reading)),
    nothing: NOTHING[queue],
    earlier: pageNumber > 1 ? link(queue, pageNumber - 1) : undefined,
    later: page.isMore ? link(queue, pageNumber + 1) : undefined,
  };
}
