import { TheDiary1795500000000 } from './1795500000000-the-diary';
import { Plans1795600000000 } from './1795600000000-plans';
import { Requests1795600001000 } from './1795600001000-requests';
import { DayVisits1795600002000 } from './1795600002000-day-visits';
import { StrengthsAndRisks1795600003000 } from './1795600003000-strengths-and-risks';
import { Notices1795700000000 } from './1795700000000-notices';

/** In the order they run. */
export const migrations = [
  TheDiary1795500000000,
  Plans1795600000000,
  Requests1795600001000,
  DayVisits1795600002000,
  StrengthsAndRisks1795600003000,
  Notices1795700000000,
];
