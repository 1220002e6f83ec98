import { explain } from '../domain/explain';
import type { Finding } from '../domain/findings';
import type { Person } from './actor';
import { peersOf } from './finding-card.view';
import { may } from './may';

/** A finding as programs and pages read it (api.md). */
export interface SaidFinding {
  readonly code: string;
  readonly level: string;
  readonly nights: readonly string[];
  readonly message: string;
  readonly remedy: string;
  readonly youngPersonId: string;
  /** Whom it is with: told to unit staff only. */
  readonly peerIds?: readonly string[];
}

/** Need to know: only unit staff learn whose stay is in the way. */
export function sayFindings(findings: readonly Finding[], reader: Person | undefined): SaidFinding[] {
  const mayKnow = reader !== undefined && may(reader.role, 'know who stays');
  return findings.map((finding) => {
    const { code, level, nights, youngPersonId } = finding;
    const { message, remedy } = explain(finding);
    const said = { code, level, nights, message, remedy, youngPersonId };
    return mayKnow ? { ...said, peerIds: peersOf(finding) } : said;
  });
}
