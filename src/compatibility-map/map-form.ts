import { typed, type SentForm } from '../platform/sent-form';
import { USUAL_WEEKS, WEEKS, type Weeks } from './compatibility-map.dto';

const SHOWN = ['everybody', 'booked', 'in-the-way'] as const;
export type Shown = (typeof SHOWN)[number];

/** Whom the page shows, as its address says it. */
export interface MapForm {
  readonly weeks: Weeks;
  readonly shown: Shown;
  /** Only the rows of those who are called something like this. */
  readonly search: string;
}

export function mapFormIn(link: SentForm): MapForm {
  return {
    weeks: WEEKS.find((weeks) => weeks === typed(link, 'weeks')) ?? USUAL_WEEKS,
    shown: SHOWN.find((shown) => shown === typed(link, 'shown')) ?? 'everybody',
    search: typed(link, 'search').slice(0, 100),
  };
}
