import { ageOn } from '../domain/calendar-date';
import { FACT_WORDS, RISK_WORDS, type Fact } from '../domain/emergency';
import { policeProtectionEndsAt } from '../domain/emergency-deadlines';
import { fullName } from '../domain/full-name';
import { LEGAL_BASIS_WORDS } from '../domain/plan-words';
import { roomName } from '../domain/room-name';
import { isPast } from '../domain/say-deadline';
import { sayMoment } from '../domain/say-moment';
import { STATUS_WORDS } from '../domain/stay-words';
import type { Person } from '../platform/actor';
import { may } from '../platform/may';
import { ROLE_NAMES } from '../platform/role-names';
import type { WhoCame } from './handovers.reader';

interface FactLine {
  readonly key: string;
  readonly text: string;
  readonly isUrgent?: boolean;
}

/** One who came, as the sheet says it: to those who oversee the unit without the name, and without what others wrote. */
export function whoCameLines(came: WhoCame, by: Person, now: Date) {
  const { claim, child, stay } = came;
  const isOverseen = by.role === 'service-manager';
  const written = isOverseen ? { before: [], after: [] } : writtenLines(came);
  return {
    name: isOverseen ? 'A young person' : fullName(child),
    age: isOverseen ? undefined : ageWords(came),
    href: may(by.role, 'look at stays') ? `/stays/${stay.id}` : undefined,
    status: STATUS_WORDS[stay.status],
    facts: [
      { key: 'Came', text: arrivalWords(came, by) },
      ...written.before,
      { key: 'Legal basis', text: legalWords(came, isOverseen) },
      ...protectionLine(came, now),
      { key: 'Emergency ends', text: sayMoment(claim.endsAt), isUrgent: isPast(claim.endsAt, now) },
      { key: 'Risks', text: claim.risks.map((risk) => RISK_WORDS[risk]).join(', ') },
      ...written.after,
      {
        key: 'Claimed by',
        text: `${claim.claimedByName} (${ROLE_NAMES[claim.claimedByRole]}), ${sayMoment(claim.claimedAt)}`,
      },
      {
        key: 'Approved by',
        text: `${claim.approvedByName} (${claim.approvedByRole}), ${sayMoment(claim.approvedAt)}`,
      },
    ] satisfies FactLine[],
    notKnown: claim.notKnown.map((fact) => FACT_WORDS[fact as Fact]).join(', '),
  };
}

/** What somebody typed, or was told on the telephone. */
function writtenLines({ claim }: WhoCame): Record<'before' | 'after', FactLine[]> {
  const known = (key: string, text: string | null) => (text ? [{ key, text }] : []);
  return {
    before: [
      { key: 'Why', text: claim.reason },
      { key: 'Tried first', text: claim.alternatives },
    ],
    after: [
      ...known('Pass on', claim.controls.join(' ')),
      ...known('Care', claim.careAlongside),
      ...known('Medical consent', claim.medicalConsent),
      ...known('Allergies', claim.allergies),
      ...known('Medication', claim.medication),
      ...known('Transport', claim.transport),
    ],
  };
}

function ageWords({ claim, child }: WhoCame): string {
  const age = ageOn(child.dateOfBirth, claim.night);
  return claim.notKnown.includes('date-of-birth') ? `about ${age}` : `aged ${age}`;
}

function arrivalWords({ claim, stay, room }: WhoCame, by: Person): string {
  const when = stay.arrivedAt
    ? `Arrived ${sayMoment(stay.arrivedAt)}`
    : claim.expectedAt
      ? `Expected ${sayMoment(claim.expectedAt)}; arrival not recorded`
      : 'Arrival not recorded';
  const left = stay.departedAt ? `; left ${sayMoment(stay.departedAt)}` : '';
  return `${when}${left}${room && may(by.role, 'know who stays') ? `; ${roomName(room)}` : ''}`;
}

function legalWords({ claim }: WhoCame, isOverseen: boolean): string {
  const { consentBy, consentHow, consentAt } = claim;
  const words = LEGAL_BASIS_WORDS[claim.legalBasis];
  if (!consentBy || isOverseen) return words;
  return `${words}; consent: ${[consentBy, consentHow, consentAt && sayWhen(consentAt)].filter(Boolean).join(', ')}`;
}

/** Told as a day, or as an instant. */
function sayWhen(at: string): string {
  return at.includes('T') ? sayMoment(new Date(at)) : at;
}

function protectionLine({ claim }: WhoCame, now: Date): FactLine[] {
  if (!claim.policeProtectionFrom) return [];
  const endsAt = policeProtectionEndsAt(claim.policeProtectionFrom);
  const isOver = isPast(endsAt, now);
  return [
    { key: isOver ? 'Protection ended' : 'Protection ends', text: sayMoment(endsAt), isUrgent: isOver },
  ];
}
