import type { Facts, Question, Row } from './questions/question';
import { pictureView } from './pictures/picture.view';
import { nightsHref } from './question-links';
import { sayCell } from './say-cell';

/** One answer as it is drawn: on its own page, and in the monthly pack. */
export function answerView(question: Question, facts: Facts) {
  const { sentence, picture, columns, rows, note } = question.answer(facts);
  return {
    title: question.title,
    sentence,
    note,
    picture: pictureView(picture, (filter) => nightsHref(facts.unitId, facts.period, filter)),
    columns: columns.map(({ name, as }) => ({ name, isNumber: isNumber(as) })),
    rows: rows.map((row) => ({
      is: row.is,
      href: hrefOf(row, facts),
      cells: row.cells.map((cell, index) => ({
        text: sayCell(cell, columns[index]),
        isNumber: isNumber(columns[index]?.as),
      })),
    })),
  };
}

function hrefOf({ leadsTo }: Row, { unitId, period }: Facts): string | undefined {
  if (!leadsTo) return undefined;
  if ('youngPersonId' in leadsTo) return `/young-people/${leadsTo.youngPersonId}`;
  return nightsHref(unitId, leadsTo.period ?? period, leadsTo.nights);
}

function isNumber(as: string | undefined): boolean {
  return as !== 'text' && as !== 'night';
}
