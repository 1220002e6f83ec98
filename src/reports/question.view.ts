import type { ChosenUnit } from '../units/unit-choice.service';
import { answerView } from './answer.view';
import type { Asked } from './occupancy-form';
import { handyLinks, periodHref, questionLinks, saidPeriod } from './question-links';
import type { Facts, Question } from './questions/question';

/** One question and its answer as a page. */
export function questionView(
  question: Question,
  chosen: ChosenUnit,
  { form, period, errors }: Asked,
  facts: Facts,
) {
  const { unit, units } = chosen;
  const path = `/occupancy/${question.key}`;
  const file = (format: string) =>
    `/exports/${question.key}.${format}?unitId=${unit.id}&from=${period.from}&to=${period.to}`;
  return {
    title: question.title,
    caption: saidPeriod(period),
    wide: true,
    back: { text: 'Occupancy and cost', href: periodHref('/occupancy', unit.id, period) },
    ...{ unit, units, errors, form },
    action: path,
    handy: handyLinks(chosen, facts.ledger.today, period, path),
    answer: answerView(question, facts),
    downloads: [
      { text: 'Download this table as CSV', href: file('csv') },
      { text: 'Download this table as a spreadsheet', href: file('xlsx') },
    ],
    others: questionLinks(chosen, period).filter(({ key }) => key !== question.key),
  };
}
