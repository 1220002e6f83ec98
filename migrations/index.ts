import { TheDiary1795500000000 } from './1795500000000-the-diary';
import { Plans1795600000000 } from './1795600000000-plans';
import { Requests1795600001000 } from './1795600001000-requests';
import { DayVisits1795600002000 } from './1795600002000-day-visits';
import { StrengthsAndRisks1795600003000 } from './1795600003000-strengths-and-risks';
import { Notices1795700000000 } from './1795700000000-notices';
import { RingFence1795700000500 } from './1795700000500-ring-fence';
import { Emergencies1795700002000 } from './1795700002000-emergencies';
import { Tasks1795700003000 } from './1795700003000-tasks';
import { Handovers1795700005000 } from './1795700005000-handovers';
import { Accounts1795800000000 } from './1795800000000-accounts';
import { OpenedFiles1795800030000 } from './1795800030000-opened-files';
import { AuditChain1795800060000 } from './1795800060000-audit-chain';

/** In the order they run. */
export const migrations = [
  TheDiary1795500000000,
  Plans1795600000000,
  Requests1795600001000,
  DayVisits1795600002000,
  StrengthsAndRisks1795600003000,
  Notices1795700000000,
  RingFence1795700000500,
  Emergencies1795700002000,
  Tasks1795700003000,
  Handovers1795700005000,
  Accounts1795800000000,
  OpenedFiles1795800030000,
  AuditChain1795800060000,
];
