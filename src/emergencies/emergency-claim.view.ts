import { policeProtectionEndsAt } from '../domain/emergency-deadlines';
import type { Person } from '../platform/actor';
import { sayFindings, type SaidFinding } from '../platform/said-finding';
import type { FoundChild } from './claimed-children.service';
import type { EmergencyClaim } from './emergency-claim.entity';
import type { Claimed, Preview } from './emergency-claims.service';
import { wayView, type WayView } from './way.view';

export interface PreviewView {
  readonly night: string;
  readonly arrivesOn: string;
  readonly departsOn: string;
  readonly asOf: string;
  readonly endsAt: string;
  /** A claim can succeed, with what is to be acknowledged and authorised. */
  readonly placeable: boolean;
  readonly freeBed: boolean;
  readonly findings: readonly SaidFinding[];
  /** Nobody loses a bed by these. */
  readonly ways: readonly WayView[];
  /** The least harm first. */
  readonly displacements: readonly WayView[];
}

export interface EmergencyClaimView {
  readonly id: string;
  readonly unitId: string;
  readonly stayId: string;
  readonly youngPersonId: string;
  readonly night: string;
  readonly claimedAt: string;
  readonly claimedBy: { readonly name: string; readonly role: string };
  readonly endsAt: string;
  readonly legalBasis: string;
  readonly policeProtectionEndsAt: string | null;
  readonly consent: { readonly by: string; readonly how: string | null; readonly at: string | null } | null;
  readonly reason: string;
  readonly alternatives: string;
  readonly approvedBy: { readonly name: string; readonly role: string; readonly at: string };
  readonly risks: readonly string[];
  readonly careAlongside: string | null;
  readonly medicalConsent: string | null;
  readonly allergies: string | null;
  readonly medication: string | null;
  readonly transport: string | null;
  readonly expectedAt: string | null;
  /** What has to be passed on to whoever looks after the child. */
  readonly controls: readonly string[];
  readonly notKnown: readonly string[];
  readonly version: number;
}

export interface ClaimedView extends EmergencyClaimView {
  readonly stay: {
    readonly id: string;
    readonly status: string;
    readonly kind: string;
    readonly roomId: string | null;
    readonly arrivesOn: string;
    readonly departsOn: string;
  };
  readonly findings: readonly SaidFinding[];
}

export interface FoundChildView {
  readonly youngPersonId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: string;
  readonly caseReference: string;
}

export function previewView(preview: Preview, reader: Person): PreviewView {
  const { night, departsOn, asOf, endsAt, findings, ways } = preview;
  const views = ways.map((way) => wayView(way, reader));
  return {
    night,
    arrivesOn: night,
    departsOn,
    asOf: asOf.toISOString(),
    endsAt: endsAt.toISOString(),
    placeable: ways.length > 0,
    freeBed: ways.some(({ kind }) => kind === 'free-bed'),
    findings: sayFindings(findings, reader),
    ways: views.filter(({ kind }) => kind !== 'displacement'),
    displacements: views.filter(({ kind }) => kind === 'displacement'),
  };
}

export function emergencyClaimView(claim: EmergencyClaim): EmergencyClaimView {
  const { id, unitId, stayId, youngPersonId, night, legalBasis, reason, alternatives, risks } = claim;
  const { careAlongside, medicalConsent, allergies, medication, transport, controls, notKnown, version } =
    claim;
  const { consentBy, consentHow, consentAt, policeProtectionFrom, expectedAt } = claim;
  return {
    ...{ id, unitId, stayId, youngPersonId, night },
    claimedAt: claim.claimedAt.toISOString(),
    claimedBy: { name: claim.claimedByName, role: claim.claimedByRole },
    endsAt: claim.endsAt.toISOString(),
    legalBasis,
    policeProtectionEndsAt: policeProtectionFrom
      ? policeProtectionEndsAt(policeProtectionFrom).toISOString()
      : null,
    consent: consentBy === null ? null : { by: consentBy, how: consentHow, at: consentAt },
    ...{ reason, alternatives },
    approvedBy: {
      name: claim.approvedByName,
      role: claim.approvedByRole,
      at: claim.approvedAt.toISOString(),
    },
    ...{ risks, careAlongside, medicalConsent, allergies, medication, transport },
    expectedAt: expectedAt?.toISOString() ?? null,
    ...{ controls, notKnown, version },
  };
}

export function claimedView(
  { claim, stay: { stay, lodgings }, findings }: Claimed,
  reader: Person,
): ClaimedView {
  const { id, status, kind, arrivesOn, departsOn } = stay;
  return {
    ...emergencyClaimView(claim),
    stay: { id, status, kind, roomId: lodgings[0]?.roomId ?? null, arrivesOn, departsOn },
    findings: sayFindings(findings, reader),
  };
}

export function foundChildView({ id: youngPersonId, ...known }: FoundChild): FoundChildView {
  const { givenName, familyName, dateOfBirth, caseReference } = known;
  return { youngPersonId, givenName, familyName, dateOfBirth, caseReference };
}
