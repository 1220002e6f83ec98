export const TASK_KINDS = [
  'missing-facts',
  'full-assessment',
  'placement-plan',
  'notice',
  'overstay',
  'mix-review',
  'police-protection',
  'emergency-end',
  'acknowledge-handover',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export const TASK_WORDS: Readonly<Record<TaskKind, string>> = {
  'missing-facts': 'Find out what is missing',
  'full-assessment': 'Assess in full',
  'placement-plan': 'Write the plan',
  notice: 'Tell who must be told',
  overstay: 'Overstay',
  'mix-review': 'Review who is together',
  'police-protection': 'Police protection ends',
  'emergency-end': 'Emergency stay ends',
  'acknowledge-handover': 'Acknowledge the handover',
};

export const TASK_STATES = ['open', 'done'] as const;
export type TaskState = (typeof TASK_STATES)[number];

export const CLOSED_WHYS = ['done', 'no longer needed'] as const;
export type ClosedWhy = (typeof CLOSED_WHYS)[number];

/** Roles a task may belong to. */
export const TASK_OWNERS = ['staff', 'deputy', 'manager', 'service-manager'] as const;
export type TaskOwner = (typeof TASK_OWNERS)[number];

/** A deputy stands in for the manager, as everywhere else in the unit. */
const RANKS: Readonly<Record<TaskOwner, number>> = { staff: 0, deputy: 1, manager: 1, 'service-manager': 2 };

/** Whether a role may do what belongs to another: its own and what is below it, never what was raised to somebody above. */
export function mayDoTaskOf(role: string, owner: TaskOwner): boolean {
  return role in RANKS && RANKS[role as TaskOwner] >= RANKS[owner];
}

/** Whether it is a role's own, or that of somebody it stands in for. */
export function isTaskOf(role: string, owner: TaskOwner): boolean {
  return role in RANKS && RANKS[role as TaskOwner] === RANKS[owner];
}

/** The roles that may. */
export function rolesThatMayDo(owner: TaskOwner): TaskOwner[] {
  return TASK_OWNERS.filter((role) => mayDoTaskOf(role, owner));
}
