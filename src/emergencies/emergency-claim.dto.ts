import { RISKS, type Risk } from '../domain/emergency';
import { LEGAL_BASES, type LegalBasis } from '../domain/short-break-plan';
import { GivenDto } from '../platform/given.dto';
import {
  ChoiceField,
  ChoicesField,
  DateField,
  IdField,
  IdsField,
  InstantField,
  PartField,
  PartsField,
  TextField,
  WholeNumberField,
  WordsField,
} from '../platform/shape';

export const OLDEST = 25;
export const MOST_NIGHTS = 14;
export const LONGEST_WORDS = 2000;
/** Another stay in each of 50 rooms on each of those nights. */
const MOST_MAKING_WAY = 50 * MOST_NIGHTS;

export class ClaimedChildDto {
  @IdField({ optional: true, description: 'Of a child on file; then nothing else of the child is needed' })
  youngPersonId?: string;

  @TextField({ optional: true })
  givenName?: string;

  @TextField({ optional: true })
  familyName?: string;

  @DateField({ optional: true })
  dateOfBirth?: string;

  @WholeNumberField(0, OLDEST, { optional: true, description: 'When the date of birth is not known' })
  approximateAge?: number;

  @TextField({ optional: true, longest: 40 })
  sex?: string;
}

export class ClaimConsentDto {
  @TextField({ description: 'Who consented' })
  by: string;

  @TextField({ description: 'How: in person, by telephone, in writing' })
  how: string;

  @DateField({ optional: true, description: 'When, as a day; or give `at`' })
  on?: string;

  @InstantField({ optional: true, description: 'When, to the minute; or give `on`' })
  at?: string;
}

export class ApprovedByDto {
  @TextField()
  name: string;

  @TextField({ description: 'Such as manager, deputy, service manager' })
  role: string;

  @InstantField()
  at: string;
}

export class ProvisionalDto {
  @WordsField({ longest: LONGEST_WORDS, description: 'What keeps them safe until they are assessed in full' })
  controls: string;

  @WordsField({ optional: true, longest: LONGEST_WORDS })
  reasons?: string;
}

export class RedateDto {
  @IdField()
  stayId: string;

  @DateField({ description: 'Its new day of arrival, within the window its family gave' })
  arrivesOn: string;
}

class AskedBedDto extends GivenDto {
  @IdField()
  unitId: string;

  @WholeNumberField(1, MOST_NIGHTS, { optional: true, description: 'Nights from tonight on; 1 unless said' })
  nights?: number;

  @ChoicesField(RISKS, { optional: true, description: 'none-known and not-known stand alone' })
  risks?: Risk[];

  @WordsField({
    optional: true,
    longest: LONGEST_WORDS,
    description: 'Care the child needs alongside others',
  })
  careAlongside?: string;

  @IdsField({
    optional: true,
    most: MOST_MAKING_WAY,
    description:
      'Planned stays that would lose their beds, shown or not: whole groups to come, none too many',
  })
  displace?: string[];
}

export class ClaimPreviewDto extends AskedBedDto {
  @PartField(() => ClaimedChildDto, { optional: true })
  child?: ClaimedChildDto;

  @WholeNumberField(0, OLDEST, { optional: true, description: 'Of a child not on file' })
  age?: number;

  @InstantField({ optional: true, description: 'When police protection began, if it has' })
  policeProtectionStartedAt?: string;
}

export class EmergencyClaimDto extends AskedBedDto {
  @PartsField(() => RedateDto, {
    optional: true,
    most: MOST_MAKING_WAY,
    description: 'Planned stays that move to other dates',
  })
  redate?: RedateDto[];

  @PartField(() => ClaimedChildDto)
  child: ClaimedChildDto;

  @ChoiceField(LEGAL_BASES)
  legalBasis: LegalBasis;

  @InstantField({ optional: true, description: 'Needed for police protection: its 72 hours run from here' })
  policeProtectionStartedAt?: string;

  @PartField(() => ClaimConsentDto, { optional: true, description: 'Needed for s17, s20 and own consent' })
  consent?: ClaimConsentDto;

  @WordsField({ longest: LONGEST_WORDS })
  reason: string;

  @WordsField({ longest: LONGEST_WORDS, description: 'What else was tried' })
  alternatives: string;

  @PartField(() => ApprovedByDto)
  approvedBy: ApprovedByDto;

  @PartField(() => ProvisionalDto, {
    optional: true,
    description: 'The provisional assessment, when a pair nobody has assessed is authorised',
  })
  provisional?: ProvisionalDto;

  @TextField({ optional: true, longest: LONGEST_WORDS })
  medicalConsent?: string;

  @TextField({ optional: true, longest: LONGEST_WORDS })
  allergies?: string;

  @TextField({ optional: true, longest: LONGEST_WORDS })
  medication?: string;

  @TextField({ optional: true, longest: LONGEST_WORDS })
  transport?: string;

  @InstantField({ optional: true })
  expectedAt?: string;
}

export class ChildSearchDto {
  @TextField({ description: 'A name or a case reference; spelling need not be exact' })
  search: string;

  @DateField({ optional: true })
  dateOfBirth?: string;
}

/** What has become known since. */
export class ClaimFactsDto {
  @TextField({ optional: true })
  givenName?: string;

  @TextField({ optional: true })
  familyName?: string;

  @DateField({ optional: true })
  dateOfBirth?: string;

  @TextField({ optional: true, longest: 40 })
  sex?: string;

  @TextField({ optional: true })
  caseReference?: string;

  @ChoicesField(RISKS, { optional: true })
  risks?: Risk[];

  @TextField({ optional: true, longest: LONGEST_WORDS })
  medicalConsent?: string;

  @TextField({ optional: true, longest: LONGEST_WORDS })
  allergies?: string;

  @TextField({ optional: true, longest: LONGEST_WORDS })
  medication?: string;
}
