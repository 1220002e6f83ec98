import { addDays } from '../domain/calendar-date';
import { NEEDS_CONSENT } from '../domain/emergency';
import type { EmergencyWay } from '../domain/emergency-way';
import { clockTime, londonDate, londonInstant } from '../domain/london';
import type { LegalBasis } from '../domain/short-break-plan';
import type { ClaimForm } from './claim-form';
import type { ClaimedChildDto, ClaimPreviewDto, EmergencyClaimDto } from './emergency-claim.dto';

/** What was typed, as the services take it: only from a form with nothing wrong in it. */

export function childIn(form: ClaimForm): ClaimedChildDto {
  if (form.youngPersonId) return { youngPersonId: form.youngPersonId };
  const { approximateAge } = form;
  return {
    ...told(form, ['givenName', 'familyName', 'dateOfBirth', 'sex']),
    ...(approximateAge ? { approximateAge: Number(approximateAge) } : {}),
  };
}

export function previewIn(form: ClaimForm): ClaimPreviewDto {
  return {
    unitId: form.unitId,
    child: childIn(form),
    nights: Number(form.nights),
    risks: [...form.risks],
    ...told(form, ['careAlongside']),
  };
}

export function claimAsked(
  form: ClaimForm,
  legalBasis: LegalBasis,
  way: EmergencyWay,
  now: Date,
): EmergencyClaimDto {
  const isPolice = legalBasis === 'police-protection';
  return {
    ...previewIn(form),
    child: childIn(form),
    ...form.given,
    displace: way.displaced.map(({ id }) => id),
    redate: way.redated.map(({ stayId, nights }) => ({ stayId, arrivesOn: nights.from })),
    legalBasis,
    ...(isPolice ? { policeProtectionStartedAt: instant(form.protectionOn, form.protectionAt) } : {}),
    ...(NEEDS_CONSENT.includes(legalBasis) ? { consent: consentIn(form) } : {}),
    ...{ reason: form.reason, alternatives: form.alternatives },
    approvedBy: {
      name: form.approvedName,
      role: form.approvedRole,
      at: instant(form.approvedOn, form.approvedAt),
    },
    ...(form.controls ? { provisional: { controls: form.controls } } : {}),
    ...told(form, ['medicalConsent', 'allergies', 'medication', 'transport']),
    ...(form.expectedAt ? { expectedAt: nextTime(form.expectedAt, now) } : {}),
  };
}

function consentIn({ consentBy, consentHow, consentOn, consentAt }: ClaimForm) {
  const when = consentAt ? { at: instant(consentOn, consentAt) } : { on: consentOn };
  return { by: consentBy, how: consentHow, ...when };
}

/** Somebody expected at 01:30 is expected when a clock next shows it. */
function nextTime(time: string, now: Date): string {
  const today = londonDate(now);
  return instant(time < clockTime(now) ? addDays(today, 1) : today, time);
}

function instant(on: string, at: string): string {
  return londonInstant(on, at).toISOString();
}

function told<N extends OptionalAnswer>(form: ClaimForm, names: readonly N[]): Partial<Record<N, string>> {
  const given: Partial<Record<N, string>> = {};
  for (const name of names) if (form[name]) given[name] = form[name];
  return given;
}

type OptionalAnswer =
  | 'givenName'
  | 'familyName'
  | 'dateOfBirth'
  | 'sex'
  | 'careAlongside'
  | 'medicalConsent'
  | 'allergies'
  | 'medication'
  | 'transport';
