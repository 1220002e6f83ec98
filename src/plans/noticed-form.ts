import { NOTICED_CATEGORIES, NOTICED_URGENCIES } from '../domain/noticed-thing';
import { wrongText } from '../platform/form-checks';
import { Misshapen, type FieldError } from '../platform/problem';
import { isId, typed, type SentForm } from '../platform/sent-form';
import type { FoldingInDto, NewNoticedThingDto, SettingAsideDto } from './noticed-thing.dto';

const LONGEST_WORDS = 4000;
const LONGEST_GOAL = 1000;
const LONGEST_REASON = 2000;

export const NEW_GOAL = 'new';
export const SET_ASIDE = 'aside';

export interface NoticedForm {
  readonly key: string;
  readonly category: string;
  readonly urgency: string;
  readonly words: string;
}

/** What becomes of something noticed. */
export interface FateForm {
  readonly key: string;
  /** A goal's id, `NEW_GOAL` or `SET_ASIDE`; empty until it is chosen. */
  readonly fate: string;
  readonly newGoal: string;
  readonly words: string;
}

export function noticedIn(sent: SentForm): NoticedForm {
  return {
    key: typed(sent, 'key'),
    category: typed(sent, 'category'),
    urgency: typed(sent, 'urgency'),
    words: typed(sent, 'words'),
  };
}

/** As the service takes it. @throws Misshapen at each field that is missing or wrong. */
export function noticedAsked(form: NoticedForm): NewNoticedThingDto {
  const category = NOTICED_CATEGORIES.find((each) => each === form.category);
  const urgency = NOTICED_URGENCIES.find((each) => each === form.urgency);
  const errors = [
    ...(category ? [] : [{ pointer: '/category', detail: 'Choose what it is about.' }]),
    ...wrongText({ name: 'words', value: form.words, ask: 'Write what you noticed.' }, LONGEST_WORDS),
    ...(urgency ? [] : [{ pointer: '/urgency', detail: 'Choose how soon it should be looked at.' }]),
  ];
  if (!category || !urgency || errors.length > 0) throw new Misshapen(errors);
  return { category, urgency, words: form.words };
}

export function fateIn(sent: SentForm): FateForm {
  return {
    key: typed(sent, 'key'),
    fate: typed(sent, 'fate'),
    newGoal: typed(sent, 'newGoal'),
    words: typed(sent, 'words'),
  };
}

export function isSetAside({ fate }: FateForm): boolean {
  return fate === SET_ASIDE;
}

/** As the service takes it. @throws Misshapen */
export function settingAside({ words }: FateForm): SettingAsideDto {
  const ask = 'Say why it is set aside.';
  refuse(wrongText({ name: 'words', value: words, ask }, LONGEST_REASON));
  return { reason: words };
}

/** As the service takes it. @throws Misshapen */
export function foldingIn({ fate, newGoal, words }: FateForm): FoldingInDto {
  const isNew = fate === NEW_GOAL;
  refuse([
    ...(isNew || isId(fate) ? [] : [{ pointer: '/fate', detail: 'Choose what becomes of it.' }]),
    ...(isNew
      ? wrongText({ name: 'newGoal', value: newGoal, ask: 'Write the new goal.' }, LONGEST_GOAL)
      : []),
    ...wrongText({ name: 'words', value: words || '-', ask: '' }, LONGEST_REASON),
  ]);
  return { ...(isNew ? { newGoal } : { casGoalId: fate.toLowerCase() }), ...(words ? { words } : {}) };
}

function refuse(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new Misshapen(errors);
}
