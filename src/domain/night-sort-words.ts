import type { NightFilter } from './night-sorts';

/** What became of a bed-night, in words; one set for pages, pictures and files. */
export const NIGHT_WORDS: Readonly<Record<NightFilter, string>> = {
  all: 'All bed-nights',
  usable: 'Could be used',
  occupied: 'Occupied',
  'occupied-planned': 'Occupied, planned',
  'occupied-emergency': 'Occupied, emergency',
  booked: 'Booked, and still to come',
  held: 'Held, and still to come',
  'solo-blocked': 'Kept empty for solo stays',
  'closed-planned': 'Closed as planned',
  'closed-repair': 'Closed for repair',
  'closed-staffing': 'Closed for staffing',
  'never-asked-for': 'Never asked for',
  'cancelled-late': 'Cancelled late',
  'not-arrived': 'Did not arrive',
  'arrival-not-recorded': 'Arrival not recorded',
  displaced: 'Displaced by an emergency and not used again',
};
