import type { ProgressMeeting } from './progress-meetings.service';

export interface ProgressMeetingView extends Omit<ProgressMeeting, 'recordedAt' | 'recordedByName'> {
  readonly recordedAt: string;
  readonly recordedBy: string;
}

export function progressMeetingView({
  recordedAt,
  recordedByName,
  ...meeting
}: ProgressMeeting): ProgressMeetingView {
  return { ...meeting, recordedAt: recordedAt.toISOString(), recordedBy: recordedByName };
}
