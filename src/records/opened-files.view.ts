import { sayMoment } from '../domain/say-moment';
import type { Person, Role } from '../platform/actor';
import type { Listing } from '../platform/listing';
import { may } from '../platform/may';
import { ROLE_NAMES } from '../platform/role-names';
import type { OpenedFile } from './opened-files.reader';

export interface OpenedFileView {
  readonly id: string;
  /** Whose file, and why: for those who know who stays; both name the child. */
  readonly youngPersonId: string | null;
  readonly youngPersonName: string | null;
  readonly reason: string | null;
  readonly unitName: string | null;
  readonly openedBy: { readonly name: string; readonly role: string };
  readonly openedAt: string;
  readonly closesAt: string;
}

export function openedFileView(file: OpenedFile, reader: Person): OpenedFileView {
  const knows = may(reader.role, 'know who stays');
  return {
    id: file.id,
    youngPersonId: knows ? file.youngPersonId : null,
    youngPersonName: knows ? `${file.givenName} ${file.familyName}` : null,
    reason: knows ? file.reason : null,
    unitName: file.unitName,
    openedBy: { name: file.openedByName, role: file.openedByRole },
    openedAt: file.openedAt.toISOString(),
    closesAt: file.closesAt.toISOString(),
  };
}

export function openedFilesPage({ items, nextCursor }: Listing<OpenedFile>, reader: Person) {
  return {
    title: 'Opened files',
    rows: items.map((file) => {
      const { youngPersonId, youngPersonName, reason, unitName } = openedFileView(file, reader);
      return {
        who: `${file.openedByName}, ${ROLE_NAMES[file.openedByRole as Role]}`,
        when: sayMoment(file.openedAt),
        whose: youngPersonName ?? 'A young person',
        href: youngPersonId ? `/young-people/${youngPersonId}` : undefined,
        reason: reason ?? 'The manager reads the reason.',
        unitName,
      };
    }),
    older: nextCursor ? `/opened-files?cursor=${encodeURIComponent(nextCursor)}` : undefined,
  };
}
