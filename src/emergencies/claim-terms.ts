import { NEEDS_CONSENT, RISK_WORDS, RISKS_THAT_STAND_ALONE, type Risk } from '../domain/emergency';
import { policeProtectionEndsAt } from '../domain/emergency-deadlines';
import { londonDate } from '../domain/london';
import { sayMoment } from '../domain/say-moment';
import type { Person } from '../platform/actor';
import { Misshapen, type FieldError } from '../platform/problem';
import type { ClaimedChildDto, EmergencyClaimDto } from './emergency-claim.dto';

const CLOCKS_DIFFER = 5 * 60_000;

/** What a claim cannot do without, all of it at once. @throws Misshapen */
export function refuseIncomplete(asked: EmergencyClaimDto, by: Person, now: Date): void {
  const errors = [
    ...wrongRisks(asked.risks ?? []),
    ...wrongProtection(asked, now),
    ...wrongConsent(asked, now),
    ...wrongApproval(asked, by, now),
  ];
  if (errors.length > 0) throw new Misshapen(errors);
}

/** The ages the unit is registered for bind everybody, so a page asks for one, even a guess. */
export function wrongChild({ youngPersonId, dateOfBirth, approximateAge }: ClaimedChildDto): FieldError[] {
  return youngPersonId || dateOfBirth || approximateAge !== undefined
    ? []
    : at('/child/approximateAge', 'Say about how old the child is, or give the date of birth.');
}

export function wrongRisks(risks: readonly Risk[]): FieldError[] {
  const alone = risks.find((risk) => RISKS_THAT_STAND_ALONE.includes(risk));
  return alone && new Set(risks).size > 1
    ? at('/risks', `“${RISK_WORDS[alone]}” cannot stand beside other risks: leave it or them out.`)
    : [];
}

/** Also in a preview, where nothing is claimed yet. */
export function wrongStart(startedAt: string | undefined, now: Date): FieldError[] {
  if (!startedAt) return [];
  const pointer = '/policeProtectionStartedAt';
  const start = new Date(startedAt);
  if (start.getTime() > now.getTime() + CLOCKS_DIFFER) return at(pointer, 'This is still to come.');
  const endsAt = policeProtectionEndsAt(start);
  return endsAt > now
    ? []
    : at(pointer, `Police protection ended on ${sayMoment(endsAt)}: another legal basis is needed.`);
}

function wrongProtection(
  { legalBasis, policeProtectionStartedAt }: EmergencyClaimDto,
  now: Date,
): FieldError[] {
  const pointer = '/policeProtectionStartedAt';
  if (legalBasis === 'police-protection')
    return policeProtectionStartedAt
      ? wrongStart(policeProtectionStartedAt, now)
      : at(pointer, 'Say when police protection began: its 72 hours run from then.');
  return policeProtectionStartedAt ? at(pointer, 'Only police protection has a start.') : [];
}

function wrongConsent({ legalBasis, consent }: EmergencyClaimDto, now: Date): FieldError[] {
  if (consent?.on && consent.on > londonDate(now)) return at('/consent/on', 'This is still to come.');
  if (consent?.at && new Date(consent.at).getTime() > now.getTime() + CLOCKS_DIFFER)
    return at('/consent/at', 'This is still to come.');
  if (!NEEDS_CONSENT.includes(legalBasis)) return [];
  if (!consent)
    return at('/consent', 'Say who consented, how and when: this legal basis rests on their agreement.');
  return consent.on || consent.at ? [] : at('/consent/at', 'Say when they consented.');
}

function wrongApproval({ approvedBy }: EmergencyClaimDto, by: Person, now: Date): FieldError[] {
  const isOneself = plain(approvedBy.name) === plain(by.name);
  if (isOneself)
    return at('/approvedBy/name', 'Somebody else has to approve it: nobody approves their own claim.');
  return new Date(approvedBy.at).getTime() > now.getTime() + CLOCKS_DIFFER
    ? at('/approvedBy/at', 'This is still to come: ring the manager first.')
    : [];
}

/** However it is spaced, pointed, accented or in capitals. */
function plain(name: string): string {
  const letters = name.normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '');
  return letters.toLocaleLowerCase('en-GB');
}

function at(pointer: string, detail: string): FieldError[] {
  return [{ pointer, detail }];
}
