import { explain } from '../domain/explain';
import type { Finding, Level } from '../domain/findings';

/** A finding as unit staff read it: with names, and with the controls themselves. Only for pages of theirs. */
export interface FindingCard {
  readonly level: Level;
  readonly message: string;
  readonly remedy: string;
  readonly about?: string;
  readonly peers?: string;
  readonly controls?: string;
  /** What the reader can do about it at once. */
  readonly action?: { readonly text: string; readonly href: string };
}

export type Names = ReadonlyMap<string, string>;

/** Says whose stay each is about only where more than one is asked for. */
export function findingCards(findings: readonly Finding[], names: Names, howMany: number): FindingCard[] {
  return findings.map((finding) => {
    const about = howMany > 1 ? names.get(finding.youngPersonId) : undefined;
    const peers = peersOf(finding).map((id) => names.get(id) ?? 'a young person');
    return {
      level: finding.level,
      ...explain(finding),
      ...(about ? { about: `About ${about}` } : {}),
      ...(peers.length > 0 ? { peers: sayPeers(finding, peers) } : {}),
      ...(finding.code === 'controls' ? { controls: `Controls: ${finding.controls}` } : {}),
      ...(finding.code === 'not-assessed' ? { action: assessing(finding) } : {}),
    };
  });
}

function assessing({ youngPersonId, peerId }: Extract<Finding, { code: 'not-assessed' }>) {
  return {
    text: 'Assess these two now',
    href: `/young-people/${youngPersonId}/assessments/new?with=${peerId}`,
  };
}

/** Everybody the cards would name. */
export function namedIn(findings: readonly Finding[]): string[] {
  return findings.flatMap((finding) => [finding.youngPersonId, ...peersOf(finding)]);
}

export function sayPeers({ code }: Finding, names: readonly string[]): string {
  return `${code === 'siblings-split' ? 'Split from' : 'With'} ${names.join(', ')}.`;
}

export function peersOf(finding: Finding): readonly string[] {
  if ('siblingIds' in finding) return finding.siblingIds;
  if ('peerIds' in finding) return finding.peerIds;
  return 'peerId' in finding ? [finding.peerId] : [];
}
