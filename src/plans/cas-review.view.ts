import type { CasReview } from './cas-reviews.service';

export interface CasReviewView extends Omit<CasReview, 'recordedAt' | 'recordedByName'> {
  readonly recordedAt: string;
  readonly recordedBy: string;
}

export function casReviewView({ recordedAt, recordedByName, ...review }: CasReview): CasReviewView {
  return { ...review, recordedAt: recordedAt.toISOString(), recordedBy: recordedByName };
}
