import { formatPounds } from '../domain/money';
import { sayDate, sayNights } from '../domain/say-dates';

/** The few words templates need of their own; everything else is a presenter's. */
export const VIEW_FILTERS = {
  date: sayDate,
  nights: sayNights,
  pounds: formatPounds,
} as const;
