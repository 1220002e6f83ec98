import { Misshapen } from '../platform/problem';
import type { RequestOnFile } from './request.reader';

/** Who does not come of those asked for. @throws Misshapen for strangers, and for everybody. */
export function leftOutOf(
  { youngPersonIds }: RequestOnFile,
  leaveOut: readonly string[] = [],
): readonly string[] {
  const stranger = leaveOut.findIndex((id) => !youngPersonIds.includes(id));
  if (stranger >= 0) throw Misshapen.at(`/leaveOut/${stranger}`, 'Nobody with this id was asked for.');
  if (youngPersonIds.every((id) => leaveOut.includes(id)))
    throw Misshapen.at('/leaveOut', 'Not everybody can be left out. Decline the request instead.');
  return leaveOut;
}
