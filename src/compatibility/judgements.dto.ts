import { ASSESSMENT_OUTCOMES, type AssessmentOutcome } from '../domain/diary';
import { ListQuery } from '../platform/listing';
import { ChoiceField, DateField, IdField, IdsField, PartsField, WordsField } from '../platform/shape';

export class JudgementsQuery extends ListQuery {
  @IdField({ optional: true, description: 'Only judgements on this young person' })
  youngPersonId?: string;
}

export class NewAssessmentDto {
  @IdsField({ least: 2, most: 2, description: 'The pair, either way round' })
  youngPersonIds: string[];

  @ChoiceField(ASSESSMENT_OUTCOMES)
  outcome: AssessmentOutcome;

  @WordsField({ optional: true, description: 'What makes it safe; needed for with-controls, and only there' })
  controls?: string;

  @WordsField({
    optional: true,
    description: 'Needed unless strengths or risks are given, of which it is then made',
  })
  reasons?: string;

  @WordsField({ optional: true, description: 'What goes well between them' })
  strengths?: string;

  @WordsField({ optional: true, description: 'What could go wrong between them' })
  risks?: string;

  @DateField({ optional: true, description: 'The last day it holds; by default after the review days set' })
  reviewOn?: string;
}

export class GroupAssessmentDto {
  @PartsField(() => NewAssessmentDto, { least: 1, most: 66, description: 'All or none; each pair once' })
  assessments: NewAssessmentDto[];
}

export class NewSoloDecisionDto {
  @IdField()
  youngPersonId: string;

  @WordsField()
  reason: string;

  @DateField({ description: 'The first night' })
  startsOn: string;

  @DateField({ description: 'The last night, unless ended before' })
  reviewOn: string;

  @IdsField({ optional: true, most: 20, description: 'Siblings let in by name' })
  siblingIds?: string[];
}

export class SoloEndingDto {
  @DateField({ optional: true, description: 'The first night others may stay again; tonight by default' })
  on?: string;

  @WordsField()
  reason: string;
}
