import type { RequestStatus } from '../domain/request';
import { REQUEST_WORDS } from '../domain/request-words';
import { sayAsk, sayTogether } from '../domain/say-ask';
import type { OwnRequests } from './own-requests.service';
import type { RequestOnFile } from './request.reader';
import { sayStanding } from './request-sentence.view';

interface Section {
  readonly title: string;
  readonly statuses: readonly RequestStatus[];
  readonly isAnswered?: boolean;
}

/** A family that lost its bed has dates to choose from. */
function sectionOf({ status, lost }: RequestOnFile): RequestStatus {
  return lost && (status === 'waiting' || status === 'open') ? 'offered' : status;
}

/** What needs the worker first, what is over last. */
const SECTIONS: readonly Section[] = [
  { title: 'Needs your answer', statuses: ['offered'] },
  { title: 'With the unit’s manager', statuses: ['open'] },
  { title: 'On the waiting list', statuses: ['waiting'] },
  { title: 'Placed', statuses: ['placed'], isAnswered: true },
  { title: 'Declined or withdrawn', statuses: ['declined', 'withdrawn'], isAnswered: true },
];

/** Of what is over, the latest. */
const MOST_ANSWERED = 20;

export function ownRequestsView({ requests, names }: OwnRequests, today: string, notice: string | undefined) {
  return {
    title: 'Requests',
    notice,
    sections: SECTIONS.map(({ title, statuses, isAnswered }) => {
      const found = requests.filter((request) => statuses.includes(sectionOf(request)));
      const shown = isAnswered ? found.toReversed().slice(0, MOST_ANSWERED) : found;
      return {
        title,
        isAnswered: isAnswered ?? false,
        lines: collapsed(shown).map((each) => lineOf(each, names, today)),
      };
    }).filter(({ lines }) => lines.length > 0),
  };
}

interface Line {
  readonly request: RequestOnFile;
  readonly others: number;
}

/** Dates of one series in one state are one line. */
function collapsed(requests: readonly RequestOnFile[]): Line[] {
  const isRepeated = ({ seriesId, status }: RequestOnFile, index: number) =>
    seriesId !== null &&
    status !== 'offered' &&
    requests.findIndex((each) => each.seriesId === seriesId) < index;
  return requests
    .filter((request, index) => !isRepeated(request, index))
    .map((request) => ({
      request,
      others:
        request.seriesId === null || request.status === 'offered'
          ? 0
          : requests.filter(({ seriesId }) => seriesId === request.seriesId).length - 1,
    }));
}

function lineOf({ request, others }: Line, names: ReadonlyMap<string, string>, today: string) {
  const isSeries = others > 0 && request.seriesId !== null;
  return {
    href: isSeries ? `/request-series/${request.seriesId}` : `/requests/${request.id}`,
    who: sayTogether(request.youngPersonIds.map((id) => names.get(id) ?? '')),
    status: REQUEST_WORDS[request.status],
    ask: isSeries ? `${others + 1} dates of a repeating break` : sayAsk(request, today),
    standing:
      request.lost && sectionOf(request) === 'offered' && !request.offer
        ? 'The bed was lost to an emergency. Look at the dates that work, and choose one.'
        : sayStanding(request, today),
  };
}
