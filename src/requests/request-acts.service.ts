import { Injectable } from '@nestjs/common';
import { DECLINE_CODES } from '../domain/decline-reasons';
import { isCalendarDate } from '../domain/calendar-date';
import type { RequestActionName } from '../domain/request-actions';
import type { Person } from '../platform/actor';
import { wrongText } from '../platform/form-checks';
import { givenIn } from '../platform/given-form';
import { Misshapen } from '../platform/problem';
import type { Changer } from '../platform/row-version';
import { isId, ticked, typed, type SentForm } from '../platform/sent-form';
import { RequestAnswers } from './request-answers.service';
import { RequestChoices } from './request-choices.service';
import { RequestReplies } from './request-replies.service';

const LONGEST = 2000;

/** What the forms of a request ask for, done. */
@Injectable()
export class RequestActs {
  constructor(
    private readonly answers: RequestAnswers,
    private readonly replies: RequestReplies,
    private readonly choices: RequestChoices,
  ) {}

  /** @throws Misshapen at the form's fields; Refused; Stale; NotThere */
  async act(name: RequestActionName, id: string, sent: SentForm, by: Person): Promise<void> {
    const changer = changerOf(sent, by);
    const words = optional(sent, 'words');
    switch (name) {
      case 'offer':
        await this.answers.offer(id, { ...givenIn(sent), ...datesIn(sent) }, changer);
        return;
      case 'placement':
        await this.answers.place(id, { ...givenIn(sent), ...datesIn(sent) }, changer);
        return;
      case 'waiting':
        await this.answers.keepWaiting(id, words, changer);
        return;
      case 'decline':
        await this.answers.decline(id, { reason: declineReason(sent), ...words }, changer);
        return;
      case 'acceptance':
        await this.replies.accept(id, { acceptsLeftOut: typed(sent, 'acceptsLeftOut') === 'yes' }, changer);
        return;
      case 'refusal-of-offer':
        await this.replies.refuseOffer(
          id,
          { reason: required(sent, 'words', 'Say why they do not suit.') },
          changer,
        );
        return;
      case 'withdrawal':
        await this.replies.withdraw(id, words.words ? { reason: words.words } : {}, changer);
        return;
      case 'choice':
        await this.choices.choose(
          id,
          { ...chosenIn(sent), acknowledged: givenIn(sent).acknowledged },
          changer,
        );
    }
  }
}

function changerOf(sent: SentForm, by: Person): Changer {
  const version = typed(sent, 'version');
  return /^\d{1,9}$/.test(version) ? { by, readAt: Number(version) } : { by };
}

/** Whom the form would leave out. */
export function leftOutIn(sent: SentForm): string[] {
  return ticked(sent, 'leaveOut').filter(isId);
}

function datesIn(sent: SentForm): { arrivesOn?: string; leaveOut?: string[] } {
  const arrivesOn = typed(sent, 'arrivesOn');
  const leaveOut = leftOutIn(sent);
  return {
    ...(isCalendarDate(arrivesOn) ? { arrivesOn } : {}),
    ...(leaveOut.length > 0 ? { leaveOut } : {}),
  };
}

function chosenIn(sent: SentForm): { arrivesOn: string } {
  const { arrivesOn } = datesIn(sent);
  if (!arrivesOn) throw Misshapen.at('/choice', 'Choose one of the dates.');
  return { arrivesOn };
}

function declineReason(sent: SentForm): string {
  const reason = DECLINE_CODES.find((code) => code === typed(sent, 'reason'));
  if (!reason) throw Misshapen.at('/reason', 'Choose why.');
  return reason;
}

function required(sent: SentForm, name: string, ask: string): string {
  const value = typed(sent, name);
  const errors = wrongText({ name, value, ask }, LONGEST);
  if (errors.length > 0) throw new Misshapen(errors);
  return value;
}

function optional(sent: SentForm, name: 'words'): { words?: string } {
  return typed(sent, name) ? { words: required(sent, name, '') } : {};
}
