import { AGE_GROUP_NAMES, ageGroupOf } from '../../domain/age-groups';
import { ageOn } from '../../domain/calendar-date';
import { usedBy } from '../../domain/used-by';
import { counted, sumOf } from './counted';
import type { Answer, Facts, Question } from './question';
import { whomItServed } from './whom-it-served';

export const AGES: Question = {
  key: 'ages',
  title: 'How old were the young people who stayed?',
  about: 'Young people, stays and nights by age group.',
  answer,
};

function answer({ bedNights, records }: Facts): Answer {
  const groups = usedBy(bedNights, records.stays, AGE_GROUP_NAMES, ({ dateOfBirth }, on) =>
    ageGroupOf(ageOn(dateOfBirth, on)),
  ).filter(({ group, used }) => used.nights > 0 || group !== 'Under 8');
  return {
    sentence: sentence(groups),
    ...whomItServed('Age', groups),
    note: 'Nights are counted by age on the night, young people and stays by age on their first night in this period.',
  };
}

function sentence(groups: ReturnType<typeof usedBy<string>>): string {
  const [most] = groups.toSorted((a, b) => b.used.nights - a.used.nights);
  const people = sumOf(groups, ({ used }) => used.youngPeople);
  if (!most || people === 0) return 'Nobody stayed in this period.';
  const who = counted(people, 'young person', 'young people');
  return `${who} stayed. The age group with most nights was ${most.group.toLowerCase()} (${counted(most.used.nights, 'night')}).`;
}
