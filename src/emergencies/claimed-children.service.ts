import { Injectable } from '@nestjs/common';
import { ageOn, type CalendarDate } from '../domain/calendar-date';
import { ageAssumed, bornAbout, OWN_CONSENT_AGES, type Fact } from '../domain/emergency';
import { sayMoment } from '../domain/say-moment';
import { PeopleSearch } from '../people/search.service';
import { People } from '../people/people.service';
import type { YoungPerson } from '../people/young-person.entity';
import type { Person } from '../platform/actor';
import { below } from '../platform/below';
import { Clock } from '../platform/clock';
import { Misshapen } from '../platform/problem';
import type { ChildSearchDto, ClaimedChildDto, EmergencyClaimDto } from './emergency-claim.dto';
import type { Tonight } from './stakes.reader';

/** Few: whoever claims looks for one child, and does not browse. */
const MOST_FOUND = 5;

const LEAST_LETTERS = 3;

export type FoundChild = Pick<
  YoungPerson,
  'id' | 'givenName' | 'familyName' | 'dateOfBirth' | 'caseReference'
>;

/** The child a bed is claimed for: found on file, or put there with whatever is known. */
@Injectable()
export class ClaimedChildren {
  constructor(
    private readonly people: People,
    private readonly search: PeopleSearch,
    private readonly clock: Clock,
  ) {}

  /** The likeliest few, whatever the spelling; every search is in the audit trail. @throws Misshapen */
  async find({ search, dateOfBirth }: ChildSearchDto): Promise<readonly FoundChild[]> {
    if (search.replace(/[^\p{L}\p{N}]/gu, '').length < LEAST_LETTERS)
      throw Misshapen.at('/search', `Give at least ${LEAST_LETTERS} letters of a name or case reference.`);
    const isBornThen = (found: Pick<FoundChild, 'dateOfBirth'>) =>
      !dateOfBirth || found.dateOfBirth === dateOfBirth;
    return (await this.search.findForClaim({ search, limit: MOST_FOUND }, isBornThen)).items;
  }

  /** @throws Misshapen for an id that is nobody's. */
  async known(youngPersonId: string): Promise<YoungPerson | undefined> {
    const [child] = await this.people.byIds([youngPersonId], () => '/child/youngPersonId');
    return child;
  }

  /** In the claim's transaction: a claim that is refused leaves nobody on file. @throws Misshapen */
  async take(child: ClaimedChildDto, tonight: Tonight, by: Person): Promise<YoungPerson> {
    const onFile = child.youngPersonId ? await this.known(child.youngPersonId) : undefined;
    return onFile ?? below('/child', () => this.putOnFile(child, tonight, by));
  }

  private async putOnFile(child: ClaimedChildDto, tonight: Tonight, by: Person): Promise<YoungPerson> {
    const now = sayMoment(this.clock.now());
    const { id: familyId } = await this.people.addFamily({ reference: `Emergency, ${now}` }, by);
    const notKnown = factsNotKnown(child);
    return this.people.addYoungPerson(
      {
        familyId,
        givenName: child.givenName ?? 'Unknown',
        familyName: child.familyName ?? `(came ${now})`,
        dateOfBirth: birthOf(child, tonight),
        caseReference: `EDT-${familyId.slice(0, 8).toUpperCase()}`,
        sex: child.sex ?? null,
        notKnown,
      },
      by,
    );
  }
}

/** What may be known of when a child was born. */
interface Known {
  readonly dateOfBirth?: CalendarDate | undefined;
  readonly approximateAge?: number | undefined;
}

/** As far as is known: of no age, one the unit takes, since the task to find out is the day's. */
export function birthOf({ dateOfBirth, approximateAge }: Known, tonight: Tonight): CalendarDate {
  return dateOfBirth ?? bornAbout(approximateAge ?? ageAssumed(tonight), tonight.night);
}

/** @throws Misshapen: only at 16 and 17 may somebody consent to it themselves. */
export function refuseOwnConsentAtOtherAges(
  { legalBasis }: EmergencyClaimDto,
  { dateOfBirth }: YoungPerson,
  today: CalendarDate,
): void {
  const age = ageOn(dateOfBirth, today);
  const { from, to } = OWN_CONSENT_AGES;
  if (legalBasis === 'own-consent-16-17' && (age < from || age > to))
    throw Misshapen.at('/legalBasis', `Only at ${from} and ${to} may young people consent themselves.`);
}

function factsNotKnown({ givenName, familyName, dateOfBirth, sex }: ClaimedChildDto): Fact[] {
  return [
    ...(givenName ? [] : ['given-name' as const]),
    ...(familyName ? [] : ['family-name' as const]),
    ...(dateOfBirth ? [] : ['date-of-birth' as const]),
    ...(sex ? [] : ['sex' as const]),
    'case-reference',
  ];
}
