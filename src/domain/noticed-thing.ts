export const NOTICED_CATEGORIES = [
  'safety',
  'health',
  'family',
  'school',
  'friendships',
  'feelings',
  'strength',
  'other',
] as const;
export type NoticedCategory = (typeof NOTICED_CATEGORIES)[number];

export const NOTICED_URGENCIES = ['routine', 'soon', 'urgent'] as const;
export type NoticedUrgency = (typeof NOTICED_URGENCIES)[number];

export const NOTICED_STATUSES = ['open', 'folded-in', 'set-aside'] as const;
export type NoticedStatus = (typeof NOTICED_STATUSES)[number];

export const CATEGORY_WORDS: Readonly<Record<NoticedCategory, string>> = {
  safety: 'Safety',
  health: 'Health',
  family: 'Family',
  school: 'School',
  friendships: 'Friendships',
  feelings: 'Feelings',
  strength: 'A strength',
  other: 'Something else',
};

export const URGENCY_WORDS: Readonly<Record<NoticedUrgency, { text: string; tone: string }>> = {
  routine: { text: 'Routine', tone: 'quiet' },
  soon: { text: 'Soon', tone: 'careful' },
  urgent: { text: 'Urgent', tone: 'bad' },
};

export const FATE_WORDS: Readonly<Record<NoticedStatus, { text: string; tone: string }>> = {
  open: { text: 'Open', tone: 'busy' },
  'folded-in': { text: 'In the CAS plan', tone: 'good' },
  'set-aside': { text: 'Set aside', tone: 'quiet' },
};
