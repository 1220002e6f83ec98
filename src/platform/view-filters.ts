import { formatPounds } from '../domain/money';
import { sayDate, sayNights } from '../domain/say-dates';
import { levelWord } from './level-words';
import { errorAt, errorLinks, fieldId } from './page-errors';

/** The few words templates need of their own; everything else is a presenter's. */
export const VIEW_FILTERS = {
  date: sayDate,
  nights: sayNights,
  pounds: formatPounds,
  levelWord,
  errorAt,
  errorLinks,
  fieldId,
} as const;
