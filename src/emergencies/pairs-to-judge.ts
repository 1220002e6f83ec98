import type { Finding } from '../domain/findings';

/** Until whoever claims says otherwise, on the manager's word. */
export const USUAL_CONTROLS =
  'They are not left alone together, day or night, until they have been assessed in full.';

type NotAssessed = Extract<Finding, { code: 'not-assessed' }>;

/** A judgement past its review that said "not together" is not softened in the night: the authority stands alone. */
export function pairsToJudge(findings: readonly Finding[]): NotAssessed[] {
  return findings.filter(
    (finding): finding is NotAssessed => finding.code === 'not-assessed' && finding.lapsed !== 'not-together',
  );
}
