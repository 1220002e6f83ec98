import { afterOf, listing, type Listing, type ListQuery } from '../platform/listing';
import { withoutSuperseded, type UnitSettingsRecord } from './unit-settings.entity';
import { settingsView, type SettingsView } from './unit.view';

export interface SettingsChangeView extends SettingsView {
  readonly id: string;
  readonly recordedAt: string;
  /** A later record holds from the same date. */
  readonly superseded: boolean;
}

/** The last made first. @param records in the order they were made. */
export function settingsChangesListing(
  records: readonly UnitSettingsRecord[],
  query: ListQuery,
): Listing<SettingsChangeView> {
  const holding = new Set(withoutSuperseded(records).map(({ id }) => id));
  const newestFirst = records.toReversed().map((record) => ({
    id: record.id,
    recordedAt: record.recordedAt.toISOString(),
    superseded: !holding.has(record.id),
    ...settingsView(record),
  }));
  const after = afterOf(query);
  const begin = after ? newestFirst.findIndex(({ id }) => id === after.id) + 1 : 0;
  return listing(newestFirst.slice(begin), query, ({ recordedAt }) => recordedAt);
}
