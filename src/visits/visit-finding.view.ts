import { explain } from '../domain/explain';
import type { Finding } from '../domain/findings';

export type Names = ReadonlyMap<string, string>;

/** A finding as unit staff read it: with names and the controls. Day visits are theirs alone. */
export function visitFindings(findings: readonly Finding[], names: Names) {
  return findings.map((finding) => {
    const peers = peersOf(finding).map((id) => names.get(id) ?? 'a young person');
    return {
      level: finding.level,
      ...explain(finding),
      peers: peers.length > 0 ? `With ${peers.join(', ')}.` : undefined,
      controls: finding.code === 'controls' ? `Controls: ${finding.controls}` : undefined,
      action: finding.code === 'not-assessed' ? assessing(finding) : undefined,
    };
  });
}

/** Everybody the findings would name. */
export function peersIn(findings: readonly Finding[]): string[] {
  return findings.flatMap(peersOf);
}

function peersOf(finding: Finding): readonly string[] {
  if ('peerIds' in finding) return finding.peerIds;
  return 'peerId' in finding ? [finding.peerId] : [];
}

function assessing({ youngPersonId, peerId }: Extract<Finding, { code: 'not-assessed' }>) {
  return {
    text: 'Assess these two now',
    href: `/young-people/${youngPersonId}/assessments/new?with=${peerId}`,
  };
}
