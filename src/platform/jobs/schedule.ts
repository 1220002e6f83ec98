import { parseCronItems, type ParsedCronItem } from 'graphile-worker';

const MINUTE = 60_000;
const YEAR = 366 * 24 * 60;

/**
 * What is done by the clock. Ticks of one name wait as one job and never overlap. After a stop the last missed tick is
 * caught up, and stands for all before it: an act that takes no time of day does at once what they would have done.
 */
export function scheduleOf(cronByName: ReadonlyMap<string, string>, now: Date): ParsedCronItem[] {
  const items = [...cronByName].map(([task, match]) => ({
    task,
    match,
    options: { backfillPeriod: 0, jobKey: task, queueName: task },
  }));
  return parseCronItems(items).map((item) => ({
    ...item,
    options: { ...item.options, backfillPeriod: sinceLastTick(item, now) },
  }));
}

function sinceLastTick({ match }: ParsedCronItem, now: Date): number {
  const minute = new Date(Math.floor(now.getTime() / MINUTE) * MINUTE);
  for (let ago = 0; ago < YEAR; ago += 1) {
    const isTick = match({
      min: minute.getUTCMinutes(),
      hour: minute.getUTCHours(),
      date: minute.getUTCDate(),
      month: minute.getUTCMonth() + 1,
      dow: minute.getUTCDay(),
    });
    if (isTick) return (ago + 1) * MINUTE;
    minute.setTime(minute.getTime() - MINUTE);
  }
  return 0;
}
