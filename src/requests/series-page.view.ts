import { londonDate } from '../domain/london';
import { REQUEST_WORDS, URGENCY_WORDS } from '../domain/request-words';
import { sayTogether } from '../domain/say-ask';
import { sayDate, sayDays } from '../domain/say-dates';
import type { Person } from '../platform/actor';
import { findingCards } from '../platform/finding-card.view';
import { givenIn } from '../platform/given-form';
import { givenView } from '../platform/given.view';
import { may } from '../platform/may';
import type { FieldError } from '../platform/problem';
import type { SentForm } from '../platform/sent-form';
import { sayRepeat } from './new-series.view';
import { sayLeft, sayWho } from './request-card.view';
import type { SeriesItem } from './request-series.service';
import { seriesDate } from './series-date.view';
import type { SeriesFile } from './series-files.service';

interface Reading {
  readonly by: Person;
  readonly today: string;
  readonly key: string;
  readonly sent: SentForm;
  readonly notice: string | undefined;
  readonly errors: readonly FieldError[];
}

export function seriesPageView(file: SeriesFile, { by, today, sent, key, notice, errors }: Reading) {
  const { series, items, people, balances, names } = file;
  const knowsPeers = may(by.role, 'know who stays');
  const mayAnswer = may(by.role, 'answer requests');
  const reading = { today, names, howMany: people.length, knowsPeers };
  const open = items.filter(({ whyNot }) => whyNot === undefined);
  const works = open.filter(({ placeable }) => placeable);
  const toGive = works.flatMap(({ findings }) => findings.filter(({ level }) => level === 'acknowledge'));
  return {
    title: sayTogether(people.map(({ givenName, familyName }) => `${givenName} ${familyName}`)),
    caption: 'Request for breaks that repeat',
    back: {
      text: 'Back to requests',
      href: `/requests${by.role === 'worker' ? '' : `?unit=${series.unitId}`}`,
    },
    seriesId: series.id,
    ...{ key, notice, errors },
    verdict: verdict(open.length, works.length),
    allWork: works.length === open.length,
    facts: [
      { key: 'For', text: sayWho(people, today) },
      { key: 'How often', text: sayRepeat(series) },
      { key: 'Between', text: sayDays(series.fromOn, series.untilOn, today) },
      { key: 'In their plans', text: sayLeft(people, balances) },
      { key: 'Why', text: series.reason },
      { key: 'How soon', text: URGENCY_WORDS[series.urgency] },
      { key: 'Asked', text: `by ${series.requestedByName} on ${sayDate(londonDate(series.requestedAt))}` },
    ],
    dates: items.map((item) => lineOf(item, reading)),
    mayPlace: mayAnswer && works.length > 0,
    placeText: works.length === 1 ? 'Place the date that works' : `Place the ${works.length} dates that work`,
    readFirst: mayAnswer ? cardsOnce(toGive, names, people.length) : [],
    given: givenView(toGive, givenIn(sent), mayAnswer),
    isWorker: by.role === 'worker',
  };
}

function verdict(open: number, works: number): string {
  if (open === 0) return 'Every date has its answer.';
  if (works === open) return open === 1 ? 'The date still to be answered works.' : `All ${open} dates work.`;
  if (works === 0) return 'The dates still to be answered don’t work yet. The unit answers each of them.';
  return `${works} of ${open} dates work. The others stay open until the unit answers each.`;
}

function lineOf(item: SeriesItem, reading: Parameters<typeof seriesDate>[1]) {
  const line = seriesDate(item, reading);
  const isAnswered = item.whyNot !== undefined;
  return {
    ...line,
    ...(isAnswered ? { status: REQUEST_WORDS[item.request.status], notes: undefined } : {}),
    href: `/requests/${item.request.id}`,
  };
}

/** The same controls on every date are read once. */
function cardsOnce(...given: Parameters<typeof findingCards>) {
  const cards = findingCards(...given);
  const said = ({ about, peers, controls }: (typeof cards)[number]) => [about, peers, controls].join();
  return cards.filter((card, index) => cards.findIndex((other) => said(other) === said(card)) === index);
}
