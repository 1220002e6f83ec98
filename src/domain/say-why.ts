import { explain } from './explain';
import type { Finding } from './findings';

/** After the name of a room: "The room you asked for is taken on …" says it twice. */
export function sayWhy(finding: Finding): string {
  return explain(finding)
    .message.replace(/^The room you asked for is /, '')
    .replace(/^The unit/, 'the unit');
}
