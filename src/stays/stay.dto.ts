import { STAY_KINDS, STAY_STATUSES, type StayKind, type StayStatus } from '../domain/diary';
import { ENDED_BY, type EndedBy } from '../domain/ledger';
import { AuthorisationDto, GivenDto } from '../platform/given.dto';
import { ListQuery } from '../platform/listing';
import {
  ChoiceField,
  DateField,
  IdField,
  InstantField,
  PartsField,
  TextField,
  TextsField,
  YesNoField,
} from '../platform/shape';

const MOST_TOGETHER = 12;

export class ProposedStayDto {
  @IdField()
  youngPersonId: string;

  @DateField()
  arrivesOn: string;

  @DateField({ description: 'The day of leaving: its night is not part of the stay' })
  departsOn: string;

  @IdField({ optional: true, description: 'Absent: the product chooses' })
  roomId?: string;

  @YesNoField({ optional: true, description: 'The young person needs the unit to themselves' })
  solo?: boolean;

  @TextsField({ optional: true, description: 'Features wished for, best first' })
  wishes?: string[];
}

export class PlacementCheckDto {
  @IdField()
  unitId: string;

  @ChoiceField(STAY_KINDS)
  kind: StayKind;

  @PartsField(() => ProposedStayDto, { least: 1, most: MOST_TOGETHER })
  stays: ProposedStayDto[];
}

export class NewStaysDto extends PlacementCheckDto {
  @TextsField({ optional: true, description: 'Codes of findings the person booking has read' })
  acknowledged?: string[];

  @PartsField(() => AuthorisationDto, { optional: true })
  authorisations?: AuthorisationDto[];

  @YesNoField({
    optional: true,
    description: 'Only hold the bed for now; it frees itself when the hold runs out',
  })
  hold?: boolean;
}

export class StayQuery extends ListQuery {
  @IdField({ optional: true })
  unitId?: string;

  @DateField({ optional: true, description: 'Stays with a night from this date on' })
  from?: string;

  @DateField({ optional: true, description: 'Stays with a night before this date' })
  to?: string;

  @ChoiceField(STAY_STATUSES, { optional: true })
  status?: StayStatus;

  @IdField({ optional: true })
  youngPersonId?: string;
}

export class ArrivalDto {
  @InstantField()
  at: string;
}

export class DepartureDto {
  @InstantField()
  at: string;

  @TextField({ longest: 500, description: 'Where the young person went' })
  destination: string;

  @TextField({ longest: 4000, description: 'How the stay went' })
  summary: string;
}

export class CancellationDto {
  @ChoiceField(ENDED_BY)
  by: EndedBy;

  @TextField({ longest: 2000 })
  reason: string;
}

export class NonArrivalDto {
  @TextField({ longest: 2000, optional: true })
  reason?: string;
}

export class NewDatesDto extends GivenDto {
  @DateField()
  arrivesOn: string;

  @DateField()
  departsOn: string;
}

export class NewRoomForStayDto extends GivenDto {
  @IdField()
  roomId: string;
}

export class SwapDto extends GivenDto {
  @IdField({ description: 'The stay whose room this one takes, and which takes this one’s' })
  withStayId: string;
}
