export const CAS_PLAN_STATUSES = ['open', 'dormant', 'closed'] as const;
export type CasPlanStatus = (typeof CAS_PLAN_STATUSES)[number];

export const CAS_PLAN_CLOSED_REASONS = [
  'aims-achieved',
  'consent-withdrawn',
  'moved-away',
  'stepped-up',
  'stepped-down',
] as const;
export type CasPlanClosedReason = (typeof CAS_PLAN_CLOSED_REASONS)[number];

/** CAS only, or co-worked with a social worker. */
export const SUPPORT_KINDS = [
  'cas-only',
  'child-protection-plan',
  'child-in-need-plan',
  'children-and-families-assessment',
] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number];
