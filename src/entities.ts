import { Account } from './accounts/account.entity';
import { CalendarFeed } from './calendar-feeds/calendar-feed.entity';
import { CaseRecordEntry } from './case-records/case-record-entry.entity';
import { ClosureRecord } from './closures/closure.entity';
import { CompatibilityAssessment } from './compatibility/compatibility-assessment.entity';
import { SoloDecision } from './compatibility/solo-decision.entity';
import { Family } from './people/family.entity';
import { YoungPerson } from './people/young-person.entity';
import { CasPlan } from './plans/cas-plan.entity';
import { ShortBreakPlan } from './plans/short-break-plan.entity';
import { Displacement } from './emergencies/displacement.entity';
import { EmergencyClaim } from './emergencies/emergency-claim.entity';
import { Handover } from './emergencies/handover.entity';
import { Notice } from './platform/notices/notice.entity';
import { RequestOffer } from './requests/request-offer.entity';
import { RequestSeriesRecord } from './requests/request-series.entity';
import { BreakRequest } from './requests/request.entity';
import { Stay } from './stays/stay.entity';
import { TaskRecord } from './tasks/task.entity';
import { Contract } from './units/contract.entity';
import { Room } from './units/room.entity';
import { UnitSettingsRecord } from './units/unit-settings.entity';
import { Unit } from './units/unit.entity';
import { DayVisitRecord } from './visits/day-visit.entity';

/** Every table the ORM writes; the rest are written in SQL. */
export const ENTITIES = [
  Account,
  CalendarFeed,
  Unit,
  Room,
  UnitSettingsRecord,
  Contract,
  Family,
  YoungPerson,
  CompatibilityAssessment,
  SoloDecision,
  CasPlan,
  ShortBreakPlan,
  Stay,
  ClosureRecord,
  RequestSeriesRecord,
  BreakRequest,
  RequestOffer,
  EmergencyClaim,
  Displacement,
  Handover,
  CaseRecordEntry,
  DayVisitRecord,
  TaskRecord,
  Notice,
];
