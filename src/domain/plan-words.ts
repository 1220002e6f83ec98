import type { CasPlanClosedReason, CasPlanStatus, SupportKind } from './cas-plan';
import type { LegalBasis, NightsPer, ShortBreakPlanStatus } from './short-break-plan';

interface StateWord {
  readonly text: string;
  readonly tone: 'good' | 'busy' | 'careful' | 'bad' | 'quiet';
}

export const CAS_PLAN_WORDS: Readonly<Record<CasPlanStatus, StateWord>> = {
  open: { text: 'Open', tone: 'good' },
  dormant: { text: 'Dormant', tone: 'careful' },
  closed: { text: 'Closed', tone: 'quiet' },
};

export const SHORT_BREAK_PLAN_WORDS: Readonly<Record<ShortBreakPlanStatus, StateWord>> = {
  draft: { text: 'Draft', tone: 'careful' },
  agreed: { text: 'Agreed', tone: 'good' },
  ended: { text: 'Ended', tone: 'quiet' },
};

export const SUPPORT_WORDS: Readonly<Record<SupportKind, string>> = {
  'cas-only': 'CAS only',
  'child-protection-plan': 'Child protection plan',
  'child-in-need-plan': 'Child in need plan',
  'children-and-families-assessment': 'Children and families assessment',
};

export const CLOSED_REASON_WORDS: Readonly<Record<CasPlanClosedReason, string>> = {
  'aims-achieved': 'Aims achieved',
  'consent-withdrawn': 'Consent withdrawn',
  'moved-away': 'Moved away',
  'stepped-up': 'Stepped up',
  'stepped-down': 'Stepped down',
};

export const LEGAL_BASIS_WORDS: Readonly<Record<LegalBasis, string>> = {
  s17: 'Section 17',
  's20-series': 'Section 20, a series of short breaks',
  s20: 'Section 20',
  'own-consent-16-17': 'Section 20, their own consent at 16 or 17',
  'police-protection': 'Police protection',
  epo: 'Emergency protection order',
  'care-order': 'Care order',
  remand: 'Remand',
};

export const NIGHTS_PER_WORDS: Readonly<Record<NightsPer, string>> = {
  plan: 'in the whole plan',
  year: 'a year',
  quarter: 'a quarter',
  month: 'a month',
};
