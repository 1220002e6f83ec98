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
import { SignIns1795800010000 } from './1795800010000-sign-ins';
import { SessionsAndSignIns1795800020000 } from './1795800020000-sessions-and-sign-ins';
import { OpenedFiles1795800030000 } from './1795800030000-opened-files';
import { AuditReading1795800040000 } from './1795800040000-audit-reading';
import { CaseRecords1795800050000 } from './1795800050000-case-records';
import { AuditChain1795800060000 } from './1795800060000-audit-chain';
import { UndoableChanges1796000000000 } from './1796000000000-undoable-changes';
import { CalendarFeeds1796000300000 } from './1796000300000-calendar-feeds';
import { LighterChain1796100000000 } from './1796100000000-lighter-chain';

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
  SignIns1795800010000,
  SessionsAndSignIns1795800020000,
  OpenedFiles1795800030000,
  AuditReading1795800040000,
  CaseRecords1795800050000,
  AuditChain1795800060000,
  UndoableChanges1796000000000,
  CalendarFeeds1796000300000,
  LighterChain1796100000000,
];
