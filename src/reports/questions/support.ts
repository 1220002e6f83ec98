import { SUPPORT_KINDS } from '../../domain/cas-plan';
import { SUPPORT_WORDS } from '../../domain/plan-words';
import { usedBy } from '../../domain/used-by';
import { counted, sumOf } from './counted';
import type { Answer, Facts, Question } from './question';
import { whomItServed } from './whom-it-served';

export const SUPPORT: Question = {
  key: 'support',
  title: 'What support did their families have?',
  about: 'Young people, stays and nights by the family’s support: CAS only, or with a social worker.',
  answer,
};

const GROUPS = [...SUPPORT_KINDS, 'not-known'] as const;
const WORDS = { ...SUPPORT_WORDS, 'not-known': 'Nobody has said' } as const;

function answer({ bedNights, records }: Facts): Answer {
  const groups = usedBy(bedNights, records.stays, GROUPS, ({ support }) => support ?? 'not-known').filter(
    ({ group, used }) => used.nights > 0 || group !== 'not-known',
  );
  const named = groups.map(({ group, used }) => ({ group: WORDS[group], used }));
  const people = (isOne: (group: string) => boolean) =>
    sumOf(groups, ({ group, used }) => (isOne(group) ? used.youngPeople : 0));
  const [all, alone] = [people(() => true), people((group) => group === 'cas-only')];
  const together = all - alone - people((group) => group === 'not-known');
  return {
    sentence:
      all === 0
        ? 'Nobody stayed in this period.'
        : `Of ${counted(all, 'young person', 'young people')} ${alone} had a CAS worker only and ${together} a social worker too.`,
    ...whomItServed('Support', named),
    note: 'Support on the day of arrival. Young people are counted by their first stay in this period.',
  };
}
