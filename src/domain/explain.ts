import type { Finding } from './findings';

export interface Explanation {
  readonly message: string;
  /** What would make it a yes. */
  readonly remedy: string;
}

/** Words for whoever asks; never a name or an id of another young person (domain.md §2, need to know). */
export function explain(finding: Finding): Explanation {
  return { message: finding.code, remedy: '' };
}
