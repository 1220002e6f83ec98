import { sayDate } from '../domain/say-dates';
import { Misshapen, Refused } from '../platform/problem';
import type { Endings } from './plan-endings.service';
import { endingsView, idsOf } from './endings.view';

/** @throws Refused when what would end is not what the reader saw. */
export function refuseUnexpected(endings: Endings, expects: readonly string[] | undefined): void {
  if (!expects) return;
  const ids = idsOf(endings);
  const more = ids.filter((id) => !expects.includes(id)).length;
  const fewer = expects.filter((id) => !ids.includes(id)).length;
  if (more + fewer === 0) return;
  const changes = [
    ...(more > 0 ? [`${more} more would end`] : []),
    ...(fewer > 0 ? [`${fewer} would no longer end with it`] : []),
  ];
  throw new Refused(
    `Since you looked, what would end has changed: ${changes.join(', and ')}. Nothing was ended. Look again.`,
    [],
    { endings: endingsView(endings) },
  );
}

/** @throws Refused while somebody stays; Misshapen when the day is before nights already stayed. */
export function refuseWhatWasStayed({ stayed }: Endings): void {
  const here = stayed.filter(({ status }) => status === 'in-residence');
  if (here.length > 0)
    throw new Refused(
      'A young person is at the unit under this plan. Record their departure first, then end the plan.',
      [],
      { stays: here },
    );
  const last = stayed
    .map(({ departsOn }) => departsOn)
    .sort()
    .at(-1);
  if (last)
    throw Misshapen.at('/on', `A stay went on until ${sayDate(last)}: choose that day or a later one.`);
}
