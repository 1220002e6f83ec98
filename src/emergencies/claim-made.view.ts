import { ageOn } from '../domain/calendar-date';
import { FACT_WORDS, RISK_WORDS, type Fact as Known } from '../domain/emergency';
import { policeProtectionEndsAt } from '../domain/emergency-deadlines';
import { LEGAL_BASIS_WORDS } from '../domain/plan-words';
import { roomName } from '../domain/room-name';
import { isPast, sayDeadline } from '../domain/say-deadline';
import { sayMoment } from '../domain/say-moment';
import { sayStay } from '../domain/say-dates';
import { STATUS_WORDS } from '../domain/stay-words';
import { TASK_WORDS } from '../domain/task';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import type { FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { fieldsFor } from './claim-facts-form';
import type { ClaimFile } from './claim-files.service';
import { riskChoices } from './claim-who.view';

export const NOTICES: Readonly<Record<string, string>> = {
  added: 'What has become known is on file.',
};

interface Fact {
  readonly key: string;
  readonly text: string;
}

/** Page 3: the bed is claimed, and here is what to tell whom. */
export function claimMadeView(
  file: ClaimFile,
  by: Person,
  sent: SentForm,
  errors: readonly FieldError[],
  notice?: string,
) {
  const { claim, stay, unit, room, tasks, now } = file;
  const mayKnow = may(by.role, 'know who stays');
  return {
    title: `${room ? roomName(room) : 'A bed'} is claimed`,
    unit,
    errors,
    notice,
    back: { text: 'Back to tonight', href: `/tonight?unitId=${unit.id}` },
    status: STATUS_WORDS[stay.status],
    nights: `${unit.name}: ${sayStay({ from: stay.arrivesOn, to: stay.departsOn }, claim.night)}`,
    deadlines: deadlines(file),
    controls: claim.controls,
    tell: told(toTell(file)),
    grounds: told(grounds(file)),
    displaced: sayDisplaced(file.displaced),
    notKnown: sentence(claim.notKnown.map((fact) => FACT_WORDS[fact as Known])),
    isAdding: errors.length > 0,
    facts: fieldsFor(claim.notKnown, sent),
    risks: riskChoices().filter((choice) => !('value' in choice) || choice.value !== 'not-known'),
    href: `/emergency-claims/${claim.id}/facts`,
    hidden: [{ name: 'key', value: typed(sent, 'key') }],
    another: `/emergency-claims/new?unitId=${unit.id}`,
    openHref: may(by.role, 'open files') ? `/young-people/${claim.youngPersonId}/opening` : undefined,
    stayHref: mayKnow ? `/stays/${stay.id}` : undefined,
    tasks: tasks.map(({ id, kind, words, dueAt, doneAt }) => ({
      href: `/tasks/${id}`,
      kind: TASK_WORDS[kind],
      words,
      due: doneAt
        ? { text: 'Done', tone: 'good' }
        : { text: sayDeadline(dueAt, now), tone: toneOf(dueAt, now) },
    })),
  };
}

function deadlines({ claim: { endsAt, policeProtectionFrom } }: ClaimFile): string[] {
  return [
    `Until ${sayMoment(endsAt)}, when the day team takes over.`,
    ...(policeProtectionFrom
      ? [`Police protection ends ${sayMoment(policeProtectionEndsAt(policeProtectionFrom))}.`]
      : []),
  ];
}

/** For whoever opens the door. */
function toTell({ claim, child }: ClaimFile): [string, string | null][] {
  const isGuess = child.notKnown.includes('date-of-birth');
  const age = ageOn(child.dateOfBirth, claim.night);
  return [
    ['Who', `${nameOf(child)}, ${isGuess ? `about ${age}` : `aged ${age}`}`],
    ['Risks', claim.risks.map((risk) => RISK_WORDS[risk]).join(', ')],
    ['Around others', claim.careAlongside],
    ['Medical consent', claim.medicalConsent],
    ['Allergies', claim.allergies],
    ['Medication', claim.medication],
    ['Expected', claim.expectedAt && sayMoment(claim.expectedAt)],
    ['Transport', claim.transport],
  ];
}

/** What stands in for a name is no name to tell anybody. */
function nameOf({ givenName, familyName, notKnown }: ClaimFile['child']): string {
  const known = [
    ...(notKnown.includes('given-name') ? [] : [givenName]),
    ...(notKnown.includes('family-name') ? [] : [familyName]),
  ];
  return known.join(' ') || 'Name not known';
}

function grounds({ claim }: ClaimFile): [string, string | null][] {
  const { consentBy, consentHow, approvedByName, approvedByRole } = claim;
  return [
    ['Legal basis', LEGAL_BASIS_WORDS[claim.legalBasis]],
    ['Agreed to by', consentBy && [consentBy, consentHow].filter(Boolean).join(', ')],
    ['Why', claim.reason],
    ['Also tried', claim.alternatives],
    ['Approved by', `${approvedByName}, ${approvedByRole}, ${sayMoment(claim.approvedAt)}`],
    ['Claimed by', `${claim.claimedByName}, ${sayMoment(claim.claimedAt)}`],
  ];
}

function told(facts: readonly (readonly [string, string | null])[]): Fact[] {
  return facts.flatMap(([key, text]) => (text ? [{ key, text }] : []));
}

function sayDisplaced(count: number): string | undefined {
  if (count === 0) return undefined;
  return count === 1 ? 'One planned break lost its bed.' : `${count} planned breaks lost their beds.`;
}

function sentence(words: readonly string[]): string {
  const [first = ''] = words;
  return words.length > 0 ? `${first.charAt(0).toUpperCase()}${words.join(', ').slice(1)}.` : '';
}

function toneOf(dueAt: Date, now: Date): string {
  return isPast(dueAt, now) ? 'bad' : 'careful';
}
