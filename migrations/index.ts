import { TheDiary1795500000000 } from './1795500000000-the-diary';
import { Plans1795600000000 } from './1795600000000-plans';
import { Requests1795600001000 } from './1795600001000-requests';
import { GoalsLeftOut1795610000000 } from './1795610000000-goals-left-out';

/** In the order they run. */
export const migrations = [
  TheDiary1795500000000,
  Plans1795600000000,
  Requests1795600001000,
  GoalsLeftOut1795610000000,
];
