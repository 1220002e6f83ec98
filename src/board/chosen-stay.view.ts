import type { Finding } from '../domain/findings';
import { clockTime } from '../domain/london';
import { sayStay } from '../domain/say-dates';
import { ENDED_BY } from '../domain/ledger';
import { ENDED_BY_WORDS, KIND_WORDS, STATUS_WORDS } from '../domain/stay-words';
import type { Undoable } from '../domain/undoing';
import { findingCards, type FindingCard, type Names } from '../platform/finding-card.view';
import { givenIn } from '../platform/given-form';
import { givenView, type GivenView } from '../platform/given.view';
import type { FieldError } from '../platform/problem';
import { typed, type SentForm } from '../platform/sent-form';
import { ACTION_WORDS } from '../domain/stay-action-words';
import { chosenAt, stayAt } from './board-links';
import type { BoardPeriod } from './board-period';
import type { ChosenStay } from './chosen-stays.service';
import { DOINGS, type Doing } from './doing';
import { targetsOf, type Target } from './targets.view';

interface Choice {
  readonly text: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

/** The stay in hand: what it is, what can be done, and where it can go. */
export interface ChosenPanel {
  readonly title: string;
  readonly facts: string;
  readonly state: { readonly text: string; readonly tone: string };
  readonly stayHref: string;
  readonly closeHref: string;
  readonly choices: readonly Choice[];
  readonly notNow: readonly string[];
  readonly undo: { readonly text: string; readonly action: string } | undefined;
  /** Where the board was. */
  readonly kept: PanelForm['hidden'];
  readonly form: PanelForm | undefined;
}

interface PanelForm {
  readonly doing: Doing;
  readonly title: string;
  readonly action: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly works: readonly Target[];
  /** The others, each reason once. */
  readonly fails: readonly { readonly texts: string; readonly why: string }[];
  readonly noTarget: string;
  readonly findings: readonly FindingCard[];
  readonly given: GivenView;
  /** What was chosen and has to be settled first. */
  readonly again: Target | undefined;
  readonly button: string;
  readonly by: string;
  readonly reason: string;
  readonly endedBy: readonly { readonly value: string; readonly text: string }[];
}

export interface InHand {
  readonly chosen: ChosenStay;
  readonly sent: SentForm;
  readonly key: string;
  readonly errors: readonly FieldError[];
  readonly findings: readonly Finding[];
  readonly names: Names;
  readonly mayAuthorise: boolean;
}

const CHOICE: Readonly<Record<Doing, string>> = {
  room: 'Move',
  dates: 'Change when they leave',
  swap: 'Swap rooms',
  cancellation: 'Cancel',
};

const TAKE_BACK: Readonly<Record<Undoable, string>> = {
  room: 'Undo the move',
  dates: 'Undo the change of dates',
  swap: 'Undo the swap',
  cancellation: 'Undo the cancellation',
};

const NO_TARGET: Readonly<Record<Doing, string>> = {
  room: 'The unit has no other room.',
  dates: 'There is no other day on the nights shown. Show more weeks, or open the stay.',
  swap: 'Nobody else stays on these nights.',
  cancellation: '',
};

export function chosenPanel(
  inHand: InHand,
  unitId: string,
  period: BoardPeriod,
  today: string,
  initials: ReadonlyMap<string, string>,
): ChosenPanel {
  const { chosen } = inHand;
  const { stay } = chosen.lodged;
  const allowed = chosen.actions.filter((action) => action.allowed).map(({ name }) => name);
  const at = (doing?: Doing) => chosenAt(unitId, period, stay.id, doing);
  return {
    title: initials.get(stay.id) ?? 'A stay',
    facts: `${KIND_WORDS[stay.kind]}, ${sayStay({ from: stay.arrivesOn, to: stay.departsOn }, today)}`,
    state: STATUS_WORDS[stay.status],
    stayHref: stayAt(stay.id),
    closeHref: `/board?unit=${unitId}&from=${period.from}&nights=${period.length}`,
    choices: DOINGS.filter((doing) => allowed.includes(doing)).map((doing) => ({
      text: CHOICE[doing],
      href: at(doing),
      isCurrent: doing === chosen.doing,
    })),
    notNow: whyNotNow(chosen),
    undo: undoOf(chosen),
    kept: [
      { name: 'key', value: inHand.key },
      { name: 'unit', value: unitId },
      { name: 'from', value: period.from },
      { name: 'nights', value: String(period.length) },
    ],
    form:
      chosen.doing && formOf(inHand, chosen.doing, targetsOf(chosen, initials, today).all, unitId, period),
  };
}

function formOf(
  { chosen, sent, key, findings, names, mayAuthorise }: InHand,
  doing: Doing,
  targets: readonly Target[],
  unitId: string,
  { from, length }: BoardPeriod,
): PanelForm {
  const { stay } = chosen.lodged;
  const again = targets.find(({ name, value }) => findings.length > 0 && typed(sent, name) === value);
  const hidden = {
    ...{ key, version: String(stay.version), unit: unitId, from, nights: String(length) },
    ...(doing === 'dates' ? { arrivesOn: stay.arrivesOn } : {}),
    ...(again ? { [again.name]: again.value } : {}),
  };
  return {
    doing,
    title: ACTION_WORDS[doing].title,
    action: `/board/stays/${stay.id}/${doing}`,
    hidden: Object.entries(hidden).map(([name, value]) => ({ name, value })),
    works: again ? [] : targets.filter(({ why }) => why === undefined),
    fails: again ? [] : failing(targets),
    noTarget: NO_TARGET[doing],
    findings: findingCards(findings, names, doing === 'swap' ? 2 : 1),
    given: givenView(findings, givenIn(sent), mayAuthorise),
    again,
    button: again?.text ?? ACTION_WORDS[doing].button,
    by: typed(sent, 'by'),
    reason: typed(sent, 'reason'),
    endedBy: ENDED_BY.map((value) => ({ value, text: ENDED_BY_WORDS[value] })),
  };
}

function failing(targets: readonly Target[]): PanelForm['fails'] {
  const byWhy = new Map<string, string[]>();
  for (const { text, why } of targets)
    if (why !== undefined) byWhy.set(why, [...(byWhy.get(why) ?? []), text]);
  return [...byWhy].map(([why, texts]) => ({ why, texts: texts.join('; ') }));
}

/** Each reason once, for all that it stands against. */
function whyNotNow({ actions }: ChosenStay): string[] {
  const barred = actions.filter(({ name, allowed }) => !allowed && DOINGS.some((doing) => doing === name));
  return [...new Set(barred.flatMap(({ why }) => why ?? []))];
}

function undoOf({ undoing, lodged }: ChosenStay): ChosenPanel['undo'] {
  if (undoing.whyNot !== undefined) return undefined;
  const text = `${TAKE_BACK[undoing.action]} (until ${clockTime(undoing.until)})`;
  return { text, action: `/board/stays/${lodged.stay.id}/undoing` };
}
