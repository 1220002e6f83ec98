import type { AskedStay } from './asked-stay';
import type { CalendarDate } from './calendar-date';
import type { StayKind } from './diary';
import type { DiaryByNight } from './diary-by-night';
import type { Finding } from './findings';
import { listNights, type Nights } from './nights';
import { NIGHT_BY_NIGHT } from './rules/policy';
import type { Rule } from './rules/rule';

/** What a rule finds about a stay, where that is known without asking it again. */
export type Known = (rule: Rule) => readonly Finding[] | undefined;

/** What the rules that take each night by itself find in a whole window, so that they need not be asked for every stay in it. */
export class FoundByNight {
  private readonly byRule = new Map<Rule, readonly Finding[]>();
  private readonly byNight = new Map<CalendarDate, Finding[]>();

  constructor(window: readonly AskedStay[], diary: DiaryByNight, kind: StayKind) {
    const roomless = window.map((each) => ({ ...each, lodgings: [] }));
    for (const rule of NIGHT_BY_NIGHT) {
      const findings = rule(roomless, diary, kind);
      this.byRule.set(rule, findings);
      for (const finding of findings) this.enter(finding);
    }
  }

  /** What they find about the same stays on these nights of the window only. */
  cutTo(nights: Nights): Known {
    const held = new Map<Finding, CalendarDate[]>();
    for (const on of listNights(nights)) {
      for (const finding of this.byNight.get(on) ?? []) {
        const dates = held.get(finding);
        if (dates) dates.push(on);
        else held.set(finding, [on]);
      }
    }
    return (rule) =>
      this.byRule.get(rule)?.flatMap((finding) => {
        const dates = held.get(finding);
        return dates ? [{ ...finding, nights: dates }] : [];
      });
  }

  private enter(finding: Finding): void {
    for (const on of finding.nights) {
      const found = this.byNight.get(on);
      if (found) found.push(finding);
      else this.byNight.set(on, [finding]);
    }
  }
}
