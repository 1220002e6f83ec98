import type { Finding, FindingCode, Level } from '../domain/findings';
import { findingTitle } from '../domain/finding-titles';
import type { GivenDto } from './given.dto';

/** The boxes and fields that answer findings, one for each code. */
export interface GivenView {
  readonly confirmations: readonly {
    readonly name: string;
    readonly value: string;
    readonly text: string;
    readonly isTicked: boolean;
  }[];
  readonly authorisations: readonly {
    readonly name: string;
    readonly label: string;
    readonly value: string;
  }[];
  /** What a manager or deputy has to authorise, where the reader may not. */
  readonly askAManager: string | undefined;
}

export function givenView(
  findings: readonly Finding[],
  given: Required<GivenDto>,
  mayAuthorise: boolean,
): GivenView {
  const authorised = new Map(given.authorisations.map(({ code, reason }) => [code, reason]));
  const toAuthorise = codesOf(findings, 'authorise');
  return {
    confirmations: codesOf(findings, 'acknowledge').map((code) => ({
      name: `acknowledged-${code}`,
      value: code,
      text: confirmation(code),
      isTicked: given.acknowledged.includes(code),
    })),
    authorisations: mayAuthorise
      ? toAuthorise.map((code) => ({
          name: `authorise-${code}`,
          label: `Why do you authorise this? ${findingTitle(code)}`,
          value: authorised.get(code) ?? '',
        }))
      : [],
    askAManager:
      toAuthorise.length > 0 && !mayAuthorise
        ? `Only a manager or a deputy can authorise this. Ask one of them: ${toAuthorise.map(findingTitle).join(', ')}.`
        : undefined,
  };
}

function codesOf(findings: readonly Finding[], level: Level): FindingCode[] {
  return [...new Set(findings.filter((finding) => finding.level === level).map(({ code }) => code))];
}

function confirmation(code: FindingCode): string {
  return code === 'controls'
    ? 'I have read the controls, and we will keep to them'
    : `I have read this: ${findingTitle(code)}`;
}
