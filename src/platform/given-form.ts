import { inTheWay, type Finding } from '../domain/findings';
import { findingTitle } from '../domain/finding-titles';
import type { FieldError } from './problem';
import { ticked, typed, type SentForm } from './sent-form';
import type { GivenDto } from './given.dto';

const REASON = 'authorise-';
const LONGEST_REASON = 2000;

/** What a form confirms and authorises: a tick for each finding read, a reason for each authorised. */
export function givenIn(sent: SentForm): Required<GivenDto> {
  const codes = Object.keys(sent).filter((name) => name.startsWith(REASON));
  return {
    acknowledged: ticked(sent, 'acknowledged'),
    authorisations: codes.flatMap((name) => {
      const reason = typed(sent, name).slice(0, LONGEST_REASON);
      return reason ? [{ code: name.slice(REASON.length), reason }] : [];
    }),
  };
}

/** What is still to be confirmed, authorised or dealt with, each at its field. */
export function stillToDo(
  findings: readonly Finding[],
  given: Required<GivenDto>,
  asked = 'Say why you authorise this',
): FieldError[] {
  const standing = inTheWay(findings, {
    acknowledged: given.acknowledged,
    authorised: given.authorisations.map(({ code }) => code),
  });
  const errors = standing.map(({ code, level }): FieldError => {
    if (level === 'refuse')
      return { pointer: '/findings', detail: 'This is not possible as asked. Read why.' };
    if (level === 'authorise')
      return { pointer: `/${REASON}${code}`, detail: `${asked}: ${findingTitle(code)}.` };
    return {
      pointer: `/acknowledged-${code}`,
      detail: `Confirm that you have read this: ${findingTitle(code)}.`,
    };
  });
  return errors.filter(({ detail }, index) => errors.findIndex((other) => other.detail === detail) === index);
}
