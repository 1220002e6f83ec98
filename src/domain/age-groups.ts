import { bandOf, type Band } from './bands';

/** The groups reports tell ages in, and no finer (domain.md §5). */
const AGE_GROUPS = [
  { name: 'Under 8', from: 0, to: 7 },
  { name: '8 to 10', from: 8, to: 10 },
  { name: '11 to 13', from: 11, to: 13 },
  { name: '14 to 16', from: 14, to: 16 },
  { name: '17 or over', from: 17, to: Infinity },
] as const satisfies readonly Band[];

export type AgeGroup = (typeof AGE_GROUPS)[number]['name'];

export const AGE_GROUP_NAMES: readonly AgeGroup[] = AGE_GROUPS.map(({ name }) => name);

export function ageGroupOf(age: number): AgeGroup {
  return bandOf(Math.max(0, age), AGE_GROUPS)?.name ?? 'Under 8';
}
