import { ListQuery } from '../platform/listing';
import { ChoiceField } from '../platform/shape';
import { NOTICE_STATES, type NoticeState } from './notice-state';

export class NoticesQuery extends ListQuery {
  @ChoiceField(NOTICE_STATES, { optional: true, description: 'Only notices this has become of' })
  state?: NoticeState;
}
